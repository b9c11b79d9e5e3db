package cn.dangqun.domain.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/// What every act makes of every state.
final class Transitions {
    private Transitions() {}

    static ActResult of(TicketState state, TicketAct act, Instant at) {
        return switch (state) {
            case TicketState.Waiting _ -> waiting(act, at);
            case TicketState.Called now -> called(now, act, at);
            case TicketState.Passed _ -> passed(act, at);
            case TicketState.Held _ -> held(act, at);
            case TicketState.Closed _ ->
                act instanceof TicketAct.TakeBack(int window)
                        ? back(window, at)
                        : new ActResult.Refused(ActRefusal.CLOSED);
        };
    }

    private static ActResult back(int window, Instant at) {
        return done(new TicketState.Called(window, 1, at));
    }

    private static ActResult waiting(TicketAct act, Instant at) {
        return switch (act) {
            case TicketAct.Call(int window) -> done(new TicketState.Called(window, 1, at));
            case TicketAct.Withdraw() -> done(new TicketState.Withdrawn());
            case TicketAct.Lapse() -> done(new TicketState.Lapsed());
            case TicketAct.TakeBack(int window) -> back(window, at);
            case TicketAct.Recall _,
                    TicketAct.Pass _,
                    TicketAct.Move _,
                    TicketAct.Hold _,
                    TicketAct.Serve _,
                    TicketAct.ChangeService _ -> new ActResult.Refused(ActRefusal.NOT_CALLED);
            case TicketAct.Reinsert _, TicketAct.GiveUp _ -> new ActResult.Refused(ActRefusal.NOT_PASSED);
            case TicketAct.Resume _ -> new ActResult.Refused(ActRefusal.NOT_HELD);
        };
    }

    private static ActResult called(TicketState.Called now, TicketAct act, Instant at) {
        return switch (act) {
            case TicketAct.Recall() -> done(new TicketState.Called(now.window(), now.calls() + 1, now.since()));
            case TicketAct.Pass() -> done(new TicketState.Passed());
            case TicketAct.Move(int window) -> done(new TicketState.Waiting(OptionalInt.of(window)));
            case TicketAct.Hold() -> done(new TicketState.Held());
            case TicketAct.Serve() ->
                done(new TicketState.Served(now.window(), notNegative(Duration.between(now.since(), at))));
            case TicketAct.Withdraw() -> done(new TicketState.Withdrawn());
            case TicketAct.Lapse() -> done(new TicketState.Lapsed());
            case TicketAct.ChangeService _ -> done(TicketState.Waiting.ANYWHERE);
            case TicketAct.Call _, TicketAct.TakeBack _ -> new ActResult.Refused(ActRefusal.NOT_WAITING);
            case TicketAct.Reinsert _, TicketAct.GiveUp _ -> new ActResult.Refused(ActRefusal.NOT_PASSED);
            case TicketAct.Resume _ -> new ActResult.Refused(ActRefusal.NOT_HELD);
        };
    }

    private static ActResult passed(TicketAct act, Instant at) {
        return switch (act) {
            case TicketAct.Reinsert _ -> done(TicketState.Waiting.ANYWHERE);
            case TicketAct.Withdraw() -> done(new TicketState.Withdrawn());
            case TicketAct.Lapse() -> done(new TicketState.Lapsed());
            case TicketAct.GiveUp() -> done(new TicketState.NoShow());
            case TicketAct.TakeBack(int window) -> back(window, at);
            case TicketAct.Call _ -> new ActResult.Refused(ActRefusal.NOT_WAITING);
            case TicketAct.Recall _,
                    TicketAct.Pass _,
                    TicketAct.Move _,
                    TicketAct.Hold _,
                    TicketAct.Serve _,
                    TicketAct.ChangeService _ -> new ActResult.Refused(ActRefusal.NOT_CALLED);
            case TicketAct.Resume _ -> new ActResult.Refused(ActRefusal.NOT_HELD);
        };
    }

    private static ActResult held(TicketAct act, Instant at) {
        return switch (act) {
            case TicketAct.Resume(int window) -> done(new TicketState.Called(window, 1, at));
            case TicketAct.Withdraw() -> done(new TicketState.Withdrawn());
            case TicketAct.Lapse() -> done(new TicketState.Lapsed());
            case TicketAct.GiveUp() -> done(new TicketState.NoShow());
            case TicketAct.TakeBack(int window) -> back(window, at);
            case TicketAct.Call _ -> new ActResult.Refused(ActRefusal.NOT_WAITING);
            case TicketAct.Recall _,
                    TicketAct.Pass _,
                    TicketAct.Move _,
                    TicketAct.Hold _,
                    TicketAct.Serve _,
                    TicketAct.ChangeService _ -> new ActResult.Refused(ActRefusal.NOT_CALLED);
            case TicketAct.Reinsert _ -> new ActResult.Refused(ActRefusal.NOT_PASSED);
        };
    }

    private static ActResult done(TicketState next) {
        return new ActResult.Done(next);
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
