package cn.dangqun.kiosk.checkin;

import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.fact.FactId;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line in the log for every answer that stood on the screen: the promise "who saw 签到成功 is counted" can be
/// checked against the ledger. No name, no card.
final class Shown {
    private static final Logger log = LoggerFactory.getLogger(Shown.class);

    private Shown() {}

    /// Logs every answer, then tells `next` of it.
    static Consumer<CheckInAnswer> before(Consumer<CheckInAnswer> next) {
        return answer -> {
            log(answer);
            next.accept(answer);
        };
    }

    private static void log(CheckInAnswer answer) {
        log.info("shown {} fact={}", outcome(answer), fact(answer));
    }

    private static String fact(CheckInAnswer answer) {
        return answer instanceof CheckInAnswer.Accepted accepted
                ? full(accepted.outcome().fact())
                : "-";
    }

    private static String full(FactId fact) {
        return fact.kiosk().value() + "/" + fact.epoch().hex() + "/" + fact.seq();
    }

    private static String outcome(CheckInAnswer answer) {
        return switch (answer) {
            case CheckInAnswer.Accepted accepted ->
                switch (accepted.outcome()) {
                    case CheckInOutcome.CheckedIn _ -> "CHECKED_IN";
                    case CheckInOutcome.Signed _ -> "SIGNED";
                    case CheckInOutcome.Verified _ -> "VERIFIED";
                    case CheckInOutcome.GuestCheckedIn _ -> "GUEST_CHECKED_IN";
                };
            case CheckInAnswer.Already _ -> "ALREADY_CHECKED_IN";
            case CheckInAnswer.ToSign _ -> "SIGNATURE_ASKED";
            case CheckInAnswer.Unsigned _ -> "UNSIGNED";
            case CheckInAnswer.PickActivity _ -> "CHOOSE_ACTIVITY";
            case CheckInAnswer.TooEarly _ -> "NOT_OPEN_YET";
            case CheckInAnswer.TooLate _ -> "CLOSED";
            case CheckInAnswer.NothingToday _ -> "NO_ACTIVITY_TODAY";
            case CheckInAnswer.ClockInDoubt _ -> "CLOCK_IN_DOUBT";
            case CheckInAnswer.OtherRoll _ -> "OTHER_BRANCH";
            case CheckInAnswer.Unknown _ -> "UNKNOWN_CARD";
            case CheckInAnswer.PickGuestActivity _ -> "CHOOSE_GUEST_ACTIVITY";
            case CheckInAnswer.NotChosen _ -> "NOT_CHOSEN";
            case CheckInAnswer.BadCode(var fault) -> "CODE_" + fault.name();
            case CheckInAnswer.Misread _ -> "MISREAD";
            case CheckInAnswer.Unsaved _ -> "NOT_SAVED";
            case CheckInAnswer.Sealed _ -> "KIOSK_SEALED";
            case CheckInAnswer.Undone _ -> "UNDONE";
            case CheckInAnswer.UndoRefused _ -> "UNDO_REFUSED";
        };
    }
}
