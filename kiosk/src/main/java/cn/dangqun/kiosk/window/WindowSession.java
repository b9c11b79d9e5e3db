package cn.dangqun.kiosk.window;

import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.kiosk.place.StaffMember;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// One person signed in at one browser. It is worth nothing from another address, nor after `ends`. What it shows is
/// in the ledger; here is only where they sit and what was said last. Safe for use from several threads.
final class WindowSession {
    private final StaffMember by;
    private final InetAddress from;
    private final String formToken;
    private final Instant ends;
    private Instant lastAct;
    private OptionalInt window = OptionalInt.empty();
    private Said said = Said.NOTHING;

    /// `undoable`: whom the last act was about, while it may be taken back, until `until`.
    record Said(String words, boolean good, Optional<TicketId> undoable, Instant until) {
        static final Said NOTHING = new Said("", true, Optional.empty(), Instant.EPOCH);

        static Said good(String words) {
            return new Said(words, true, Optional.empty(), Instant.EPOCH);
        }

        static Said bad(String words) {
            return new Said(words, false, Optional.empty(), Instant.EPOCH);
        }
    }

    WindowSession(StaffMember by, InetAddress from, String formToken, Instant now, Instant ends) {
        this.by = by;
        this.from = from;
        this.formToken = formToken;
        this.ends = ends;
        this.lastAct = now;
    }

    StaffMember by() {
        return by;
    }

    InetAddress from() {
        return from;
    }

    String formToken() {
        return formToken;
    }

    synchronized boolean isOver(Instant now) {
        return !now.isBefore(ends) || !now.isBefore(lastAct.plus(Sessions.IDLE));
    }

    synchronized void acted(Instant now) {
        lastAct = now;
    }

    synchronized OptionalInt window() {
        return window;
    }

    synchronized void sitAt(OptionalInt at) {
        window = at;
        said = Said.NOTHING;
    }

    synchronized Said said() {
        return said;
    }

    synchronized void say(Said now) {
        said = now;
    }
}
