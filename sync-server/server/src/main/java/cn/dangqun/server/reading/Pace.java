package cn.dangqun.server.reading;

import cn.dangqun.server.db.OneProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How often each token may ask: [#A_MINUTE] light questions a minute, all at once or one a second; a heavy one counts
/// as several. Holds one moment for each token that is good. For any thread.
@OneProcess("How often this process was asked; of several processes each allows as much, which is still little.")
final class Pace {
    static final int A_MINUTE = 60;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration ONE = MINUTE.dividedBy(A_MINUTE);

    /// When all that a token has asked is paid for.
    private final Map<String, Instant> paid = new HashMap<>();

    /// How long to wait; empty when it may go on, which then is counted. A clock that was set back makes nobody wait
    /// longer than a minute.
    synchronized Optional<Duration> take(String token, int cost, Instant now) {
        var latest = now.plus(MINUTE);
        var until = paid.getOrDefault(token, now);
        var from = until.isBefore(now) ? now : until.isAfter(latest) ? latest : until;
        var wanted = from.plus(ONE.multipliedBy(cost));
        if (wanted.isAfter(latest)) {
            return Optional.of(Duration.between(latest, wanted));
        }
        paid.put(token, wanted);
        return Optional.empty();
    }
}
