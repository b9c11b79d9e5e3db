package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.activity.ActivityToday;
import cn.dangqun.kiosk.device.DeviceBoard.DeviceStatus;
import cn.dangqun.kiosk.ledger.LedgerMonitor.LedgerHealth;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.sync.SyncStatus;
import java.time.Instant;
import java.util.List;

/// What the staff corner shows.
sealed interface StaffCornerState {
    /// Nobody is in; nothing of the last visit is left.
    record Shut() implements StaffCornerState {}

    record Open(
            StaffMember by,
            Instant now,
            SyncStatus sync,
            LedgerHealth ledger,
            List<DeviceStatus> devices,
            List<ActivityToday> activities,
            int parked)
            implements StaffCornerState {
        public Open {
            devices = List.copyOf(devices);
            activities = List.copyOf(activities);
        }
    }

    /// The day could not be read from disk.
    record Unreadable(StaffMember by) implements StaffCornerState {}
}
