package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.kiosk.db.SqliteConnection;
import java.sql.SQLException;
import java.time.LocalDateTime;

/// Numbers of the day that nobody else gets, because somebody is expected (F-105).
@FunctionalInterface
public interface KeptNumbers {
    KeptNumbers NONE = (_, _, _) -> 0;

    /// How many of the service's, on the day of `now`, the centre's local time.
    long of(SqliteConnection db, ServiceId service, LocalDateTime now) throws SQLException;
}
