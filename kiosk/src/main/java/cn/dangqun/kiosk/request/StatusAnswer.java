package cn.dangqun.kiosk.request;

import cn.dangqun.domain.request.RequestStanding;
import java.time.Instant;
import java.util.Optional;

/// What a kiosk says of a number. Nothing of who asked.
public sealed interface StatusAnswer {
    record Known(RequestStanding standing) implements StatusAnswer {}

    /// `contact`: when this kiosk last heard from the street; what was filed elsewhere since is not known here
    record Unknown(Optional<Instant> contact) implements StatusAnswer {}

    /// Too many numbers that nobody has
    record Paused(Instant until) implements StatusAnswer {}

    record Unreadable() implements StatusAnswer {}
}
