package cn.dangqun.store;

import java.sql.Connection;
import java.sql.SQLException;

/// What a [GroupCommit] writes into. Called by the writer alone, from one thread at a time. A SQLException is
/// trouble with the disk or the file; anything else that is thrown ends the process.
///
/// `H`: what a work gets, for one transaction.
public interface Ground<H> {
    /// The connection to write by, opened now if it is not open. The writer begins and ends its transactions.
    Connection connection() throws SQLException;

    /// A transaction has begun.
    H begin() throws SQLException;

    /// It is on the disk; nobody has been told yet.
    void committed(H handle);

    /// Everybody has been told.
    default void told(H handle) {}

    /// A transaction, or opening, failed; nothing of it is on the disk.
    void failed(SQLException why);

    /// No transaction comes any more.
    void close();
}
