package cn.dangqun.kiosk.checkin;

import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.fact.ClockQuality;
import java.util.Optional;

/// What a clock that cannot be right makes of an outcome: who is counted is counted, but nobody is sent away for what
/// only the clock says (F-74).
final class ClockDoubt {
    private ClockDoubt() {}

    static CheckInOutcome heed(CheckInOutcome outcome, ClockQuality quality) {
        return quality == ClockQuality.DOUBTFUL ? inDoubt(outcome) : outcome;
    }

    private static CheckInOutcome inDoubt(CheckInOutcome outcome) {
        return switch (outcome) {
            case CheckInOutcome.NoActivityToday nothing -> new CheckInOutcome.ClockInDoubt(Optional.of(nothing.name()));
            case CheckInOutcome.NotOpenYet early -> new CheckInOutcome.ClockInDoubt(Optional.of(early.name()));
            case CheckInOutcome.UnknownCard unknown
            when unknown.open().isEmpty() -> new CheckInOutcome.ClockInDoubt(Optional.empty());
            case CheckInOutcome.Counted _,
                    CheckInOutcome.SignatureAsked _,
                    CheckInOutcome.AlreadyCheckedIn _,
                    CheckInOutcome.ChooseActivity _,
                    // what has closed by the earliest time that can be has closed
                    CheckInOutcome.Closed _,
                    CheckInOutcome.OtherBranch _,
                    CheckInOutcome.UnknownCard _,
                    CheckInOutcome.CodeRefused _,
                    CheckInOutcome.ClockInDoubt _,
                    CheckInOutcome.NotSaved _,
                    CheckInOutcome.KioskSealed _ -> outcome;
        };
    }
}
