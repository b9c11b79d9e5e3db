package cn.dangqun.kiosk.ledger;

import java.sql.SQLException;

/// The file is sealed with a key that is not here: it waits, complete, until the street has given the key again.
final class LedgerLockedException extends SQLException {
    private static final long serialVersionUID = 1L;

    LedgerLockedException(String key) {
        super("the ledger is sealed with key " + key + ", which is not here");
    }
}
