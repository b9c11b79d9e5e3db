package cn.dangqun.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A work that waits for its transaction, and whoever waits for it.
final class Pending<H, T extends @Nullable Object> {
    private final GroupCommit.Work<H, T> work;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private @Nullable T value;
    private @Nullable Exception failure;

    Pending(GroupCommit.Work<H, T> work) {
        this.work = work;
    }

    CompletableFuture<T> result() {
        return result;
    }

    void apply(Connection connection, H handle) throws SQLException {
        failure = null;
        GroupCommit.run(connection, "SAVEPOINT work");
        try {
            value = work.in(handle);
        } catch (BrokenInvariantException e) {
            throw e;
        } catch (Exception e) {
            var contention = Contention.in(e);
            if (contention != null) {
                throw contention;
            }
            if (SqliteFault.isOfTheTransaction(e)) {
                throw SqliteFault.asSqlException(e);
            }
            failure = e;
            GroupCommit.run(connection, "ROLLBACK TO work");
        }
        GroupCommit.run(connection, "RELEASE work");
    }

    @SuppressWarnings("NullAway") // null only where T allows it
    void complete() {
        if (failure != null) {
            result.completeExceptionally(failure);
        } else {
            result.complete(value);
        }
    }

    void fail(Exception cause) {
        result.completeExceptionally(cause);
    }
}
