package cn.dangqun.kiosk.ledger;

import java.sql.SQLException;

/// Work that reads and appends in one transaction on the store thread. Must not wait for anything.
public interface LedgerWork<T> {
    T in(LedgerTransaction transaction) throws SQLException, NotEnrolledException;
}
