package cn.dangqun.domain.fact;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketNumber;
import java.time.LocalDate;
import java.util.Optional;

/// Something that happened at a kiosk. Facts are appended, never updated or deleted; a correction is a new fact (DESIGN
/// §4).
public sealed interface Fact {

    record CheckedIn(ActivityId activity, MemberId member, AttendanceRole role, CheckInMethod method, boolean late)
            implements Fact {}

    /// `card` is empty when the guest showed none.
    record GuestCheckedIn(ActivityId activity, GuestKind kind, Optional<CardKey> card) implements Fact {}

    /// Undoes the check-in recorded as `voidedSeq` of the same kiosk and epoch (F-07, F-08); `voided` names it instead
    /// when it was first written in another ledger.
    record CheckInVoided(ActivityId activity, long voidedSeq, VoidReason reason, Optional<Origin> voided)
            implements Fact {
        public CheckInVoided(ActivityId activity, long voidedSeq, VoidReason reason) {
            this(activity, voidedSeq, reason, Optional.empty());
        }
    }

    /// Duty staff opened the staff corner; `staff` is the street's identifier of the person (F-80).
    record StaffUnlocked(String staff) implements Fact {}

    /// Somebody took a number (F-43, F-44). `day` is the centre's local day. All that follows names the ticket by its
    /// own id, never by a seq: so facts that are carried over stay true as they are.
    record TicketTaken(TicketId ticket, TicketNumber number, ServiceId service, LocalDate day, boolean priority)
            implements Fact {}

    /// The number is in its person's hands; `staff` is who printed it once more, empty the first time (F-46).
    record TicketHandedOver(TicketId ticket, Handover how, Optional<String> staff) implements Fact {}

    /// `staff` called, passed, served and so on (F-47, F-51).
    record TicketHandled(TicketId ticket, TicketAct act, String staff) implements Fact {}

    /// Why a check-in was undone.
    enum VoidReason {
        /// The person pressed 撤销 within ten seconds
        SELF_UNDO,
        /// Duty staff corrected it
        STAFF_CORRECTION
    }
}
