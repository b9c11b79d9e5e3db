package cn.dangqun.kiosk.checkin;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.CodeFault;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.member.PersonName;
import java.util.List;
import java.util.Optional;

/// What a person is told after a tap. 签到成功 exists only as [Accepted], and that only around a committed outcome.
public sealed interface CheckInAnswer {
    record Accepted(CheckInOutcome.Counted outcome, Undo undo) implements CheckInAnswer {}

    /// 已报到，请签名: not counted before the person has signed (OQ-27).
    record ToSign(CheckInOutcome.SignatureAsked outcome) implements CheckInAnswer {}

    /// Nobody signed: 已报到未签名.
    record Unsigned(PersonName name) implements CheckInAnswer {}

    record Already(CheckInOutcome.AlreadyCheckedIn outcome) implements CheckInAnswer {}

    record PickActivity(CheckInOutcome.ChooseActivity outcome) implements CheckInAnswer {}

    record TooEarly(CheckInOutcome.NotOpenYet outcome) implements CheckInAnswer {}

    record TooLate(CheckInOutcome.Closed outcome) implements CheckInAnswer {}

    record NothingToday(CheckInOutcome.NoActivityToday outcome) implements CheckInAnswer {}

    /// Nothing is open by a clock that cannot be right.
    record ClockInDoubt(CheckInOutcome.ClockInDoubt outcome) implements CheckInAnswer {}

    record OtherRoll(CheckInOutcome.OtherBranch outcome) implements CheckInAnswer {}

    record Unknown(CheckInOutcome.UnknownCard outcome) implements CheckInAnswer {}

    /// A guest of known kind, and several activities are open.
    record PickGuestActivity(GuestKind kind, List<Activity> open) implements CheckInAnswer {
        public PickGuestActivity {
            open = List.copyOf(open);
        }
    }

    /// A question that nobody answered in time: they are not counted, and told so.
    record NotChosen(Optional<PersonName> name) implements CheckInAnswer {}

    record BadCode(CodeFault fault) implements CheckInAnswer {}

    /// A card was there and could not be used.
    record Misread(DeviceFault.Kind fault) implements CheckInAnswer {}

    record Unsaved() implements CheckInAnswer {}

    record Sealed() implements CheckInAnswer {}

    record Undone() implements CheckInAnswer {}

    /// The check-in stands.
    record UndoRefused() implements CheckInAnswer {}

    /// Whether a check-in can be taken back from this screen (F-07).
    sealed interface Undo {
        record Offered(int secondsLeft) implements Undo {}

        record Running() implements Undo {}

        /// After a signature only staff take somebody out.
        record None() implements Undo {}

        /// Too late: the person had to wait for the screen too long.
        record Over() implements Undo {}
    }
}
