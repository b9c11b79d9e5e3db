package cn.dangqun.kiosk.ledger;

import java.sql.SQLException;

/// The file can be read, but what it says is not the chain that was written.
public final class LedgerDamagedException extends SQLException {
    private static final long serialVersionUID = 1L;

    public LedgerDamagedException(String detail) {
        super(detail);
    }
}
