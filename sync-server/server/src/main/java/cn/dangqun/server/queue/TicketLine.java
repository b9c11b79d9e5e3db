package cn.dangqun.server.queue;

import java.time.Duration;
import java.util.Optional;

/// One number of the day at a site. `waited` is known once it was called, `took` once it was served.
record TicketLine(
        String number,
        String service,
        Stage stage,
        Optional<Integer> window,
        Optional<Duration> waited,
        Optional<Duration> took) {}
