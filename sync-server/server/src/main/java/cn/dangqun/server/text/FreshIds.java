package cn.dangqun.server.text;

import cn.dangqun.server.db.OneProcess;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// Draws ids that nobody has, growing with time, so that lists by id are in the order of entering: seven characters of
/// tenths of a second, three by lot, none of those that are read for one another. For any thread.
@OneProcess("The last id it drew: what another process draws differs by lot.")
public final class FreshIds {
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final long SINCE = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final int TENTH = 100;
    private static final int OF_TIME = 7;
    private static final int BY_LOT = 3;

    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();
    private final Times times;

    public FreshIds(Times times) {
        this.times = times;
    }

    public String draw(String prefix) {
        long now = Math.max(0, (times.now().toEpochMilli() - SINCE) / TENTH);
        long time = last.updateAndGet(before -> Math.max(before + 1, now));
        var id = new StringBuilder();
        for (int i = 0; i < OF_TIME; i++) {
            id.insert(0, LETTERS.charAt((int) (time % LETTERS.length())));
            time /= LETTERS.length();
        }
        for (int i = 0; i < BY_LOT; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return prefix + id;
    }
}
