package cn.dangqun.simulation.machine;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConnection;

/// Strikes in the middle of a write: when so many more commits are about to be made.
final class Commits implements SQLiteCommitListener {
    private int left;
    private Runnable strike = () -> {};

    void strikeBefore(int commit, Runnable what) {
        left = commit;
        strike = what;
    }

    void never() {
        left = 0;
    }

    /// Looks at every commit of this connection, once.
    void watch(Connection connection) {
        try {
            connection.unwrap(SQLiteConnection.class).addCommitListener(this);
        } catch (SQLException e) {
            throw new IllegalStateException("a connection of SQLite is one", e);
        }
    }

    @Override
    public void onCommit() {
        if (left > 0) {
            left--;
            if (left == 0) {
                strike.run();
            }
        }
    }

    @Override
    public void onRollback() {
        // nothing was written
    }
}
