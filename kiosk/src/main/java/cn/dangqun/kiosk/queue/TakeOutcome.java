package cn.dangqun.kiosk.queue;

import java.time.LocalDateTime;
import java.util.Optional;

/// What asking for a number came to. Only [Taken] follows a durable commit.
public sealed interface TakeOutcome {
    /// The number is on the disk: it may be shown and printed, and nobody else gets it.
    record Taken(Slip slip) implements TakeOutcome {}

    /// Closed now (F-53); `opens` is the centre's local time, `reason` why all of the day is closed.
    record Closed(String service, LocalDateTime opens, Optional<String> reason) implements TakeOutcome {}

    /// All numbers of the day are given out (F-53).
    record Full(String service) implements TakeOutcome {}

    /// The street no longer offers it here.
    record NotOffered() implements TakeOutcome {}

    /// The disk did not take it: there is no number.
    record NotSaved() implements TakeOutcome {}

    /// The street has revoked this kiosk, or its reference is too old.
    record KioskSealed() implements TakeOutcome {}
}
