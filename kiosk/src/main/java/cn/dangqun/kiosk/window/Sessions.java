package cn.dangqun.kiosk.window;

import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.staff.StaffDesk;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// Who is signed in, by the hash of what their browser holds; in memory only. A session ends half an hour after the
/// last act, half an hour after the person's last turn of the day, after ten hours, and with the day. Whoever the
/// street has taken off is out at once. Safe for use from several threads.
final class Sessions {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration AFTER_TURN = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(10);

    private static final int MOST = 64;
    private static final int TOKEN_BYTES = 32;

    private final StaffDesk staff;
    private final Clock clock;
    private final ZoneId zone;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, WindowSession> sessions = new HashMap<>();

    Sessions(StaffDesk staff, Clock clock, ZoneId zone) {
        this.staff = staff;
        this.clock = clock;
        this.zone = zone;
    }

    /// The token for the browser's cookie; empty when too many are signed in.
    synchronized Optional<String> open(StaffMember by, InetAddress from) {
        var now = clock.instant();
        sessions.values().removeIf(session -> session.isOver(now));
        if (sessions.size() >= MOST) {
            return Optional.empty();
        }
        var token = draw();
        sessions.put(hash(token), new WindowSession(by, from, draw(), now, end(by, now)));
        return Optional.of(token);
    }

    private Instant end(StaffMember by, Instant now) {
        var today = now.atZone(zone).toLocalDate();
        var end =
                earlier(now.plus(LONGEST), today.plusDays(1).atStartOfDay(zone).toInstant());
        return staff.turnsEnd(by.id())
                .map(turns -> turns.plus(AFTER_TURN))
                .filter(now::isBefore)
                .map(turns -> earlier(end, turns))
                .orElse(end);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /// Only from where it was opened.
    synchronized Optional<WindowSession> find(String token, InetAddress from) {
        return Optional.ofNullable(sessions.get(hash(token)))
                .filter(session -> session.from().equals(from))
                .filter(this::stands);
    }

    /// Whether it still does: the street may have taken the person off, or turned their role.
    boolean stands(WindowSession session) {
        return !session.isOver(clock.instant()) && isKnown(session) && maySit(session.by());
    }

    private synchronized boolean isKnown(WindowSession session) {
        return sessions.containsValue(session);
    }

    private boolean maySit(StaffMember by) {
        return staff.staff().stream().anyMatch(each -> each.id().equals(by.id()) && each.may(StaffAct.CALL_NUMBERS));
    }

    synchronized void close(WindowSession session) {
        sessions.values().remove(session);
    }

    private String draw() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
