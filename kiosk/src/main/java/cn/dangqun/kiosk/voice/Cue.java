package cn.dangqun.kiosk.voice;

import cn.dangqun.devices.api.Announcement.Prompt;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.Signal;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.CodeFault;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.kiosk.checkin.CheckInAnswer;
import java.util.List;
import java.util.Optional;

/// The lamp and the sentence that go with one answer; no sentence where the screen alone can say it. Green means that
/// the person is counted, also when they were before (F-09); red that they are not and the kiosk cannot change it.
record Cue(Signal signal, Optional<Prompt> prompt) {

    static Cue of(CheckInAnswer answer) {
        return switch (answer) {
            case CheckInAnswer.Accepted accepted -> good(accepted(accepted.outcome()));
            case CheckInAnswer.ToSign _ -> look(Prompt.SIGN_ON_SCREEN);
            case CheckInAnswer.Unsigned _ -> new Cue(Signal.LOOK, Optional.empty());
            case CheckInAnswer.Already _ -> good(Prompt.ALREADY_CHECKED_IN);
            case CheckInAnswer.PickActivity _, CheckInAnswer.PickGuestActivity _ -> look(Prompt.CHOOSE_ON_SCREEN);
            case CheckInAnswer.TooEarly _ -> look(Prompt.NOT_OPEN_YET);
            case CheckInAnswer.TooLate _ -> refused(Prompt.CLOSED);
            case CheckInAnswer.NothingToday _, CheckInAnswer.Undone _ -> new Cue(Signal.LOOK, Optional.empty());
            case CheckInAnswer.ClockInDoubt _ -> refused(Prompt.CLOCK_IN_DOUBT);
            case CheckInAnswer.NotChosen _ -> refused(Prompt.NOT_CHECKED_IN);
            case CheckInAnswer.OtherRoll other -> choice(other.outcome().open());
            case CheckInAnswer.Unknown unknown -> choice(unknown.outcome().open());
            case CheckInAnswer.BadCode bad -> code(bad.fault());
            case CheckInAnswer.Misread misread -> look(misread(misread.fault()));
            case CheckInAnswer.Unsaved _, CheckInAnswer.Sealed _ -> refused(Prompt.ASK_STAFF);
            case CheckInAnswer.UndoRefused _ -> look(Prompt.ASK_STAFF);
        };
    }

    private static Prompt accepted(CheckInOutcome.Counted outcome) {
        return switch (outcome) {
            case CheckInOutcome.CheckedIn in -> in.late() ? Prompt.CHECKED_IN_LATE : Prompt.CHECKED_IN;
            case CheckInOutcome.Signed signed -> signed.late() ? Prompt.CHECKED_IN_LATE : Prompt.CHECKED_IN;
            case CheckInOutcome.Verified _, CheckInOutcome.GuestCheckedIn _ -> Prompt.CHECKED_IN;
        };
    }

    private static Cue choice(List<Activity> open) {
        return look(open.isEmpty() ? Prompt.ASK_STAFF : Prompt.CHOOSE_ON_SCREEN);
    }

    private static Cue code(CodeFault fault) {
        return switch (fault) {
            case UNREADABLE -> look(Prompt.PLACE_AGAIN);
            case FORGED, UNKNOWN_KEY, EXPIRED, REVOKED -> refused(Prompt.ASK_STAFF);
        };
    }

    /// Placing a card again helps unless the card itself is of no use here.
    private static Prompt misread(DeviceFault.Kind fault) {
        return switch (fault) {
            case CARD_WITHOUT_IDENTITY, CARD_UNSUPPORTED, CARD_INVALID, CARD_EXPIRED -> Prompt.ASK_STAFF;
            case CARD_MOVED,
                    NOT_FOUND,
                    DISCONNECTED,
                    NO_ANSWER,
                    GARBLED,
                    REFUSED,
                    BUSY,
                    PAPER_OUT,
                    FULL,
                    COVER_OPEN,
                    MISCONFIGURED,
                    DRIVER_ERROR -> Prompt.PLACE_AGAIN;
        };
    }

    private static Cue good(Prompt prompt) {
        return new Cue(Signal.ACCEPTED, Optional.of(prompt));
    }

    private static Cue look(Prompt prompt) {
        return new Cue(Signal.LOOK, Optional.of(prompt));
    }

    private static Cue refused(Prompt prompt) {
        return new Cue(Signal.REFUSED, Optional.of(prompt));
    }
}
