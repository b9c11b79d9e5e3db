package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.activity.ActivityToday;
import cn.dangqun.kiosk.staff.StaffDesk.StaffMember;
import cn.dangqun.kiosk.sync.SyncStatus;
import java.time.Instant;
import java.util.List;

/// What idle and home show: the board is always there, and one thing leads.
public sealed interface HomeState {
    Board board();

    /// Name, clock, who is on duty, and how the street is heard.
    record Board(String siteName, Instant now, List<StaffMember> onDuty, SyncStatus sync) {
        public Board {
            onDuty = List.copyOf(onDuty);
        }
    }

    record Loading(Board board) implements HomeState {}

    /// Check-in is open: it leads. Never empty, in order of start.
    record Open(Board board, List<ActivityToday> activities) implements HomeState {
        public Open {
            activities = List.copyOf(activities);
        }
    }

    record Next(Board board, ActivityToday activity) implements HomeState {}

    /// All of today's check-ins have closed.
    record Over(Board board) implements HomeState {}

    record Nothing(Board board) implements HomeState {}

    /// The plan could not be read from disk.
    record Unreadable(Board board) implements HomeState {}

    /// The street has revoked this kiosk.
    record Revoked(Board board) implements HomeState {}
}
