package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.kiosk.db.SqliteConnection;
import java.sql.SQLException;
import java.time.LocalDateTime;

/// Somebody for whom a number was kept is here. Both are asked in the transaction that gives the number out.
public interface AwaitedArrival {
    /// Whether the number still waits for them, at the centre's local time.
    boolean isAwaited(SqliteConnection db, LocalDateTime now) throws SQLException;

    /// What is recorded beside the number.
    Fact with(TicketId number);
}
