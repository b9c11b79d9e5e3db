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
import java.time.Instant;
import java.util.Optional;

/// Who was due at an activity, and who came.
public sealed interface AttendanceFact extends Fact {
    ActivityId activity();

    /// `roll` is the organisation for whose roll a member counts; empty in every other role, and in what was recorded
    /// before rolls were frozen. `toSign`: the person was told 已报到，请签名 and counts with a signature only (OQ-27).
    record CheckedIn(
            ActivityId activity,
            MemberId member,
            AttendanceRole role,
            CheckInMethod method,
            boolean late,
            Optional<OrganizationId> roll,
            boolean toSign)
            implements AttendanceFact {
        /// The person was told 签到成功.
        public CheckedIn(
                ActivityId activity,
                MemberId member,
                AttendanceRole role,
                CheckInMethod method,
                boolean late,
                Optional<OrganizationId> roll) {
            this(activity, member, role, method, late, roll, false);
        }

        public CheckedIn(
                ActivityId activity, MemberId member, AttendanceRole role, CheckInMethod method, boolean late) {
            this(activity, member, role, method, late, Optional.empty());
        }
    }

    /// `card` is empty when the guest showed none; `named`: staff registered them by name (OQ-20, OQ-28).
    record GuestCheckedIn(ActivityId activity, GuestKind kind, Optional<CardKey> card, Optional<Named> named)
            implements AttendanceFact {
        public GuestCheckedIn(ActivityId activity, GuestKind kind, Optional<CardKey> card) {
            this(activity, kind, card, Optional.empty());
        }
    }

    /// A guest's name and where they belong, each as strokes in their own hand; who registered them, and why so.
    record Named(SealedId name, SealedId belongs, Handling by) {}

    /// Undoes the check-in recorded as `voidedSeq` of the same kiosk and epoch (F-07, F-08); `voided` names it instead
    /// when it was first written in another ledger. `by`: who of the staff took it back, and why.
    record CheckInVoided(
            ActivityId activity, long voidedSeq, VoidReason reason, Optional<Origin> voided, Optional<Handling> by)
            implements AttendanceFact {
        public CheckInVoided(ActivityId activity, long voidedSeq, VoidReason reason, Optional<Origin> voided) {
            this(activity, voidedSeq, reason, voided, Optional.empty());
        }

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

    /// What duty staff record about somebody, after the person or the paper before them.
    sealed interface ByStaff extends AttendanceFact {
        MemberId member();
    }

    /// As what somebody is recorded by staff; the parts mean what they do in [CheckedIn].
    record Counting(AttendanceRole role, Optional<OrganizationId> roll, boolean late, boolean toSign) {}

    /// 值守登记, 补录 or 纸质补录 (OQ-40). `came` is when the person was there, which may lie before the record; `approver`
    /// stands for the secretary who approved a 补录, `sheet` is the scan of a paper list.
    record Registered(
            ActivityId activity,
            MemberId member,
            Counting as,
            Registration how,
            Instant came,
            Handling by,
            Optional<String> approver,
            Optional<SealedId> sheet)
            implements ByStaff {
        /// A 补录 counts once the secretary has approved it (OQ-29).
        public boolean isApproved() {
            return how != Registration.AFTERWARDS || approver.isPresent();
        }
    }

    /// Signed on the touch screen (`strokes`), or on the paper list that `staff` confirmed (R-104, OQ-27).
    record Signed(ActivityId activity, MemberId member, Optional<SealedId> strokes, Optional<String> staff)
            implements ByStaff {
        public Signed {
            if (strokes.isPresent() == staff.isPresent()) {
                throw new IllegalArgumentException("signed on the screen, or on paper before staff");
            }
        }
    }

    /// Leave with the word of whoever may grant it (R-052, OQ-29).
    record LeaveGranted(ActivityId activity, MemberId member, LeaveKind kind, Handling by, String approver)
            implements ByStaff {}

    /// Why somebody is missing who asked no leave.
    record AbsenceExplained(ActivityId activity, MemberId member, Handling by) implements ByStaff {}

    /// Whatever stands of the person at this activity before this fact counts no longer.
    record CheckInCorrected(ActivityId activity, MemberId member, Handling by) implements ByStaff {}

    /// How many of a kind came whom nobody recorded one by one, e.g. residents (群众). Replaces what was counted before.
    record GuestsCounted(ActivityId activity, GuestKind kind, int number, String staff) implements AttendanceFact {
        public GuestsCounted {
            if (number < 0) {
                throw new IllegalArgumentException("heads are counted from 0");
            }
        }
    }

    /// A photo or scan of the paper list, which a person looked at before it was kept; `picture` is a JPEG (F-20,
    ///
    record PaperSheetKept(ActivityId activity, SealedId picture, String staff) implements AttendanceFact {}

    /// How somebody came to be recorded by staff.
    enum Registration {
        /// 值守登记: stands there without card or code
        AT_DOOR,
        /// 补录: was there and was not recorded
        AFTERWARDS,
        /// 纸质补录: from the paper list
        PAPER
    }

    /// Kinds of leave that offices write on their sheets.
    enum LeaveKind {
        /// 事假
        PERSONAL,
        /// 病假
        SICK,
        /// 公出
        DUTY_TRAVEL,
        /// 其他
        OTHER
    }

    /// Why a check-in was undone.
    enum VoidReason {
        /// The person pressed 撤销 within ten seconds
        SELF_UNDO,
        /// Duty staff corrected it
        STAFF_CORRECTION
    }
}
