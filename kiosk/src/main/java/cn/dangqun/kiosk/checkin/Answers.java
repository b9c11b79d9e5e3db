package cn.dangqun.kiosk.checkin;

import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.kiosk.checkin.CheckInAnswer.Undo;
import java.time.Duration;
import java.util.Optional;

/// What is said to an outcome, how long it stands, and which answers ask something.
final class Answers {
    static final Duration READING = Duration.ofSeconds(5);
    static final Duration LONG_READING = Duration.ofSeconds(10);
    static final Duration DECIDING = Duration.ofSeconds(30);
    /// Since the pen last touched the pad.
    static final Duration SIGNING = Duration.ofSeconds(40);

    private Answers() {}

    /// `undoSeconds`: how long a check-in may be undone from now on; none is too late.
    static CheckInAnswer to(CheckInOutcome outcome, int undoSeconds) {
        return switch (outcome) {
            case CheckInOutcome.Counted counted -> accepted(counted, undoSeconds);
            case CheckInOutcome.SignatureAsked asked -> new CheckInAnswer.ToSign(asked);
            case CheckInOutcome.AlreadyCheckedIn already -> new CheckInAnswer.Already(already);
            case CheckInOutcome.ChooseActivity choose -> new CheckInAnswer.PickActivity(choose);
            case CheckInOutcome.NotOpenYet early -> new CheckInAnswer.TooEarly(early);
            case CheckInOutcome.Closed closed -> new CheckInAnswer.TooLate(closed);
            case CheckInOutcome.NoActivityToday nothing -> new CheckInAnswer.NothingToday(nothing);
            case CheckInOutcome.ClockInDoubt doubt -> new CheckInAnswer.ClockInDoubt(doubt);
            case CheckInOutcome.OtherBranch other -> new CheckInAnswer.OtherRoll(other);
            case CheckInOutcome.UnknownCard unknown -> new CheckInAnswer.Unknown(unknown);
            case CheckInOutcome.CodeRefused refused -> new CheckInAnswer.BadCode(refused.fault());
            case CheckInOutcome.NotSaved _ -> new CheckInAnswer.Unsaved();
            case CheckInOutcome.KioskSealed _ -> new CheckInAnswer.Sealed();
        };
    }

    static CheckInAnswer.Accepted accepted(CheckInOutcome.Counted outcome, int undoSeconds) {
        if (outcome instanceof CheckInOutcome.Signed) {
            return new CheckInAnswer.Accepted(outcome, new Undo.None());
        }
        return new CheckInAnswer.Accepted(outcome, undoSeconds > 0 ? new Undo.Offered(undoSeconds) : new Undo.Over());
    }

    /// Whether the person in front is asked something: nobody else's answer may come in between.
    static boolean isQuestion(CheckInAnswer answer) {
        var stay = stay(answer);
        return stay.equals(DECIDING) || stay.equals(SIGNING);
    }

    /// What is said when nobody answers a question.
    static CheckInAnswer unanswered(CheckInAnswer question) {
        return question instanceof CheckInAnswer.ToSign sign
                ? new CheckInAnswer.Unsigned(sign.outcome().name())
                : new CheckInAnswer.NotChosen(asked(question));
    }

    /// Whom, where it is known.
    static Optional<PersonName> asked(CheckInAnswer answer) {
        if (answer instanceof CheckInAnswer.PickActivity pick) {
            return Optional.of(pick.outcome().name());
        }
        return answer instanceof CheckInAnswer.OtherRoll other
                ? Optional.of(other.outcome().name())
                : Optional.empty();
    }

    static Duration stay(CheckInAnswer answer) {
        return switch (answer) {
            case CheckInAnswer.Already _, CheckInAnswer.Misread _, CheckInAnswer.Undone _, CheckInAnswer.NotChosen _ ->
                READING;
            case CheckInAnswer.Accepted _,
                    CheckInAnswer.Unsigned _,
                    CheckInAnswer.TooEarly _,
                    CheckInAnswer.TooLate _,
                    CheckInAnswer.NothingToday _,
                    CheckInAnswer.ClockInDoubt _,
                    CheckInAnswer.BadCode _,
                    CheckInAnswer.Unsaved _,
                    CheckInAnswer.Sealed _,
                    CheckInAnswer.UndoRefused _ -> LONG_READING;
            case CheckInAnswer.PickActivity _, CheckInAnswer.PickGuestActivity _ -> DECIDING;
            case CheckInAnswer.ToSign _ -> SIGNING;
            case CheckInAnswer.OtherRoll other -> other.outcome().open().isEmpty() ? LONG_READING : DECIDING;
            case CheckInAnswer.Unknown unknown -> unknown.outcome().open().isEmpty() ? LONG_READING : DECIDING;
        };
    }
}
