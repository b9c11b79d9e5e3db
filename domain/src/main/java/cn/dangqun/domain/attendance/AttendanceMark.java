package cn.dangqun.domain.attendance;

import cn.dangqun.domain.member.MemberId;
import java.time.Instant;

/// One thing recorded about a member's attendance, by any kiosk, in any order. Voided check-ins are left out by the
/// caller.
public sealed interface AttendanceMark {
    MemberId member();

    /// `toSign`: counts with a signature only (OQ-27)
    record CheckedIn(MemberId member, Instant at, boolean late, boolean toSign) implements AttendanceMark {
        public CheckedIn(MemberId member, Instant at, boolean late) {
            this(member, at, late, false);
        }
    }

    /// On the touch screen or on a confirmed paper list
    record Signed(MemberId member, Instant at) implements AttendanceMark {}

    /// Approved by the branch secretary; the reason is never empty
    record LeaveApproved(MemberId member, String reason) implements AttendanceMark {
        public LeaveApproved {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("leave needs a reason");
            }
        }
    }

    /// 补录: entered by staff with a reason, approved by the secretary
    record MakeUpSigned(MemberId member, String reason, boolean approved, boolean toSign) implements AttendanceMark {
        public MakeUpSigned {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a make-up signature needs a reason");
            }
        }
    }

    /// Why somebody was missing, as the chair must say for each
    record AbsenceExplained(MemberId member, String reason) implements AttendanceMark {}
}
