package cn.dangqun.domain.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/// How far a number is.
public sealed interface TicketState {
    /// By the state alone: what was recorded once is read the same way under every later rule.
    default ActResult after(TicketAct act, Instant at) {
        return Transitions.of(this, act, at);
    }

    /// `window` is the one it was moved to (转窗); any window may call it otherwise.
    record Waiting(OptionalInt window) implements TicketState {
        public static final Waiting ANYWHERE = new Waiting(OptionalInt.empty());
    }

    /// At a window since `since`, having been called `calls` times.
    record Called(int window, int calls, Instant since) implements TicketState {}

    record Passed() implements TicketState {}

    record Held() implements TicketState {}

    /// Nothing more happens to it.
    sealed interface Closed extends TicketState {}

    record Served(int window, Duration took) implements Closed {}

    record Withdrawn() implements Closed {}

    record NoShow() implements Closed {}

    /// Nobody ever held it
    record Lapsed() implements Closed {}
}
