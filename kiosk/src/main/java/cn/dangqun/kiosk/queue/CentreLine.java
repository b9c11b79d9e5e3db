package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/// How the kiosks of a centre with one queue stand to one another, for whoever looks at the queue here.
public sealed interface CentreLine {
    /// Nothing to say: one kiosk, or each with a queue of its own, or all of them in touch.
    record Quiet() implements CentreLine {}

    /// This kiosk does not reach the host: here are its own numbers alone. `others`: who waited there at `since`;
    /// `leaving`: numbers of this kiosk that may be called there alone, once the line is back.
    record Cut(OptionalInt host, Instant since, List<Ticket> others, List<Ticket> leaving) implements CentreLine {
        public Cut {
            others = List.copyOf(others);
            leaving = List.copyOf(leaving);
        }
    }

    /// This kiosk has never reached the host since it began.
    record NeverThere(OptionalInt host) implements CentreLine {}

    /// This is the host, and has not heard of others since then; `since` is empty when it never did since it began.
    record Missing(List<Absent> absent) implements CentreLine {
        public Missing {
            absent = List.copyOf(absent);
        }
    }

    record Absent(OptionalInt digit, java.util.Optional<Instant> since) {}
}
