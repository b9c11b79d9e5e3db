package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.kiosks.KioskStands;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// A kiosk at a site for a time, and up to which moment nothing of it is missing there; empty: it never told.
/// `until` is empty while it stands there. `owed`: it left, and what it had has not come. `served`: until when the
/// site received the people in question; empty while it does.
record Stand(
        KioskId kiosk,
        Instant from,
        Optional<Instant> until,
        Optional<Instant> completeUntil,
        Optional<Owed> owed,
        Optional<Instant> served) {
    Stand(KioskId kiosk, Instant from, Optional<Instant> until, Optional<Instant> completeUntil, Optional<Owed> owed) {
        this(kiosk, from, until, completeUntil, owed, Optional.empty());
    }

    /// `since`: the kiosk's last word.
    record Owed(long unsent, Instant since) {}

    /// Of `kiosk_stand p JOIN kiosk k`.
    static final String COLUMNS = "p.kiosk, p.from_at, p.until_at, p.told_at, p.unsent AS left_unsent,"
            + " p.oldest_unsent_at AS left_oldest, k.health_at, k.unsent, k.oldest_unsent_at, CASE WHEN "
            + KioskStands.OWES + " THEN 1 ELSE 0 END AS owes ";

    /// Somebody may have been received by it: without a word from it there was no roll on it.
    boolean isOf(CheckInWindow window) {
        return (until.isEmpty() || completeUntil.isPresent())
                && from.isBefore(window.closes())
                && until.filter(left -> !left.isAfter(window.opens())).isEmpty()
                && served.filter(ended -> !ended.isAfter(window.opens())).isEmpty();
    }

    /// A kiosk at a site once, whomever it receives there.
    record Place(KioskId kiosk, Optional<Instant> until, Optional<Instant> completeUntil, Optional<Owed> owed) {}

    Place place() {
        return new Place(kiosk, until, completeUntil, owed);
    }

    boolean isOver() {
        return until.isPresent();
    }

    /// It stands there, and receives these people there.
    boolean isNow() {
        return until.isEmpty() && served.isEmpty();
    }

    /// For people whom the site received from a moment on, and until another.
    Stand serving(Instant since, Optional<Instant> ended) {
        return new Stand(kiosk, since.isAfter(from) ? since : from, until, completeUntil, owed, ended);
    }

    static Stand read(ResultSet row) throws SQLException {
        var kiosk = new KioskId(row.getString("kiosk"));
        var from = Instant.ofEpochMilli(row.getLong("from_at"));
        var until = instant(row, "until_at");
        if (until.isEmpty()) {
            return new Stand(kiosk, from, until, complete(row, "health_at", "unsent", "oldest_unsent_at"), none());
        }
        if (!row.getBoolean("owes")) {
            return new Stand(kiosk, from, until, instant(row, "told_at").map(told -> Instant.MAX), none());
        }
        var owed = new Owed(row.getLong("left_unsent"), Instant.ofEpochMilli(row.getLong("told_at")));
        var complete = complete(row, "told_at", "left_unsent", "left_oldest");
        return new Stand(kiosk, from, until, complete, Optional.of(owed));
    }

    private static Optional<Owed> none() {
        return Optional.empty();
    }

    /// A kiosk that had nothing unsent was complete at that report; otherwise it is complete up to its oldest unsent
    /// fact.
    private static Optional<Instant> complete(ResultSet row, String at, String unsent, String oldest)
            throws SQLException {
        var told = instant(row, at);
        if (row.getLong(unsent) == 0) {
            return told;
        }
        var first = instant(row, oldest);
        return told.map(time -> first.filter(time::isAfter).orElse(time));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
