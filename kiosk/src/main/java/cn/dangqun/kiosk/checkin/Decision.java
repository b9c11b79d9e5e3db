package cn.dangqun.kiosk.checkin;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.kiosk.attendance.Attendance;
import java.util.Optional;

/// What is to be done about one presented credential.
sealed interface Decision {
    /// Append a check-in, then say so.
    record CheckIn(Activity activity, AttendanceRole role, Optional<RollSnapshot> roll, boolean late)
            implements Decision {}

    /// Counted already; say when.
    record Already(Activity activity, Attendance attendance) implements Decision {}

    /// Nothing to append.
    record Answer(CheckInOutcome outcome) implements Decision {}
}
