package cn.dangqun.domain.fact;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.FreezeCause;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import java.util.Optional;

/// Who was due at an activity, and who came.
public sealed interface AttendanceFact extends Fact {
    ActivityId activity();

    /// `roll` is the organisation for whose roll a member counts; empty in every other role, and in what was recorded
    /// before rolls were frozen.
    record CheckedIn(
            ActivityId activity,
            MemberId member,
            AttendanceRole role,
            CheckInMethod method,
            boolean late,
            Optional<OrganizationId> roll)
            implements AttendanceFact {
        public CheckedIn(
                ActivityId activity, MemberId member, AttendanceRole role, CheckInMethod method, boolean late) {
            this(activity, member, role, method, late, Optional.empty());
        }
    }

    /// `card` is empty when the guest showed none.
    record GuestCheckedIn(ActivityId activity, GuestKind kind, Optional<CardKey> card) implements AttendanceFact {}

    /// Undoes the check-in recorded as `voidedSeq` of the same kiosk and epoch (F-07, F-08); `voided` names it instead
    /// when it was first written in another ledger.
    record CheckInVoided(ActivityId activity, long voidedSeq, VoidReason reason, Optional<Origin> voided)
            implements AttendanceFact {
        public CheckInVoided(ActivityId activity, long voidedSeq, VoidReason reason) {
            this(activity, voidedSeq, reason, Optional.empty());
        }
    }

    /// Who is due is settled from here on (RULES, Freezing). `reference` is the number of the street's changes by which
    /// it was computed.
    record RollFrozen(RollSnapshot roll, FreezeCause cause, long reference) implements AttendanceFact {
        public RollFrozen {
            if (reference < 0) {
                throw new IllegalArgumentException("reference numbers are not negative");
            }
        }

        @Override
        public ActivityId activity() {
            return roll.activity();
        }
    }

    /// Why a check-in was undone.
    enum VoidReason {
        /// The person pressed 撤销 within ten seconds
        SELF_UNDO,
        /// Duty staff corrected it
        STAFF_CORRECTION
    }
}
