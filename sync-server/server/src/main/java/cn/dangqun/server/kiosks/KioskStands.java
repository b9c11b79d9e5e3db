package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.PersonName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// SQL of where kiosks stood and when. A kiosk that leaves, because it was revoked, moved or replaced, owes what it
/// last told to be unsent until that came or somebody signed that it is lost.
public record KioskStands(Handle handle) {
    /// A condition on `kiosk_stand p`. Between two heartbeats nobody says whether more was recorded.
    public static final String OWES = """
            (p.until_at IS NOT NULL AND p.lost_at IS NULL AND p.told_at IS NOT NULL
              AND (p.unsent > 0 OR p.told_at < p.until_at - 75000))""";

    /// `since`: the kiosk's last word. `unsent` is 0 when it left long after it.
    record Owed(long unsent, Instant since) {}

    /// Through which record the street has a ledger, and who came last in it.
    record LastSeen(long seq, Optional<Seen> person) {}

    /// `name` is masked.
    record Seen(String name, Instant at) {}

    /// The kiosk stands at the site from now on, and nowhere else.
    void begin(KioskId kiosk, String site, long now) {
        end(kiosk, now);
        handle.execute(
                "INSERT INTO kiosk_stand (street, kiosk, from_at, site) VALUES (1, ?, ?, ?)"
                        + " ON CONFLICT (street, kiosk, from_at) DO UPDATE SET site = excluded.site, until_at = NULL",
                kiosk.value(),
                now,
                site);
    }

    /// It leaves, and its last word is kept with the place it leaves.
    void end(KioskId kiosk, long now) {
        handle.execute(
                "UPDATE kiosk_stand SET until_at = ?, (epoch, told_at, unsent, oldest_unsent_at) ="
                        + " (SELECT k.epoch, k.health_at, coalesce(k.unsent, 0), k.oldest_unsent_at FROM kiosk k"
                        + " WHERE k.street = 1 AND k.id = kiosk_stand.kiosk)"
                        + " WHERE street = 1 AND kiosk = ? AND until_at IS NULL",
                now,
                kiosk.value());
    }

    /// The kiosk speaks of another ledger than before: as if it had left with the former one. Nothing is owed when the
    /// former never held anything that the street knows of.
    void speaksOf(KioskId kiosk, Epoch epoch, long now) {
        handle.createQuery("""
                        SELECT k.site FROM kiosk k WHERE k.street = 1 AND k.id = ? AND k.epoch <> ?
                          AND (k.unsent > 0 OR EXISTS (
                            SELECT 1 FROM chain c WHERE c.street = 1 AND c.kiosk = k.id AND c.epoch = k.epoch))""")
                .bind(0, kiosk.value())
                .bind(1, epoch.hex())
                .mapTo(String.class)
                .findOne()
                .ifPresent(site -> begin(kiosk, site, now));
    }

    /// What the street has of the ledgers with which the kiosk left, and who came last in them.
    List<LastSeen> lastSeen(KioskId kiosk) {
        return handle.createQuery("""
                        SELECT c.last_seq, a.at, coalesce(m.name, a.member) AS name FROM kiosk_stand p
                        JOIN chain c ON c.street = 1 AND c.kiosk = p.kiosk AND c.epoch = p.epoch
                        LEFT JOIN attendance a ON a.street = 1 AND a.chain = c.number AND a.seq =
                          (SELECT max(l.seq) FROM attendance l
                            WHERE l.street = 1 AND l.chain = c.number AND l.seq <= c.last_seq)
                        LEFT JOIN member m ON m.street = 1 AND m.id = a.member
                        WHERE p.street = 1 AND p.kiosk = ? AND\
                        """ + OWES + " ORDER BY p.from_at")
                .bind(0, kiosk.value())
                .map((row, ignored) -> lastSeen(row))
                .list();
    }

    private static LastSeen lastSeen(ResultSet row) throws SQLException {
        long at = row.getLong("at");
        var person = row.wasNull()
                ? Optional.<Seen>empty()
                : Optional.of(new Seen(new PersonName(row.getString("name")).masked(), Instant.ofEpochMilli(at)));
        return new LastSeen(row.getLong("last_seq"), person);
    }

    /// A ledger says what it has not sent yet. What was carried into it from the ledger of one that left speaks for
    /// that one as well.
    void told(KioskId kiosk, Epoch epoch, long unsent, Optional<Long> oldest, long now) {
        handle.createUpdate("UPDATE kiosk_stand AS p SET told_at = :now, unsent = :unsent, oldest_unsent_at = :oldest"
                        + " WHERE p.street = 1 AND " + OWES + """
                         AND ((p.kiosk = :kiosk AND p.epoch = :epoch) OR EXISTS (
                            SELECT 1 FROM chain c JOIN fact_carried f ON f.street = 1 AND f.chain = c.number
                            WHERE c.street = 1 AND c.kiosk = :kiosk AND c.epoch = :epoch
                              AND f.origin_kiosk = p.kiosk AND f.origin_epoch = p.epoch))""")
                .bind("now", now)
                .bind("unsent", unsent)
                .bind("oldest", oldest.orElse(null))
                .bind("kiosk", kiosk.value())
                .bind("epoch", epoch.hex())
                .execute();
    }

    /// Somebody signs that nothing more comes. False when nothing was owed.
    boolean lose(KioskId kiosk, Instant at, String login, String reason) {
        return handle.execute(
                        "UPDATE kiosk_stand AS p SET lost_at = ?, lost_by = ?, reason = ?"
                                + " WHERE p.street = 1 AND p.kiosk = ? AND " + OWES,
                        at.toEpochMilli(),
                        login,
                        reason,
                        kiosk.value())
                > 0;
    }

    /// By kiosk.
    Map<String, Owed> owed() {
        return handle
                .createQuery("SELECT p.kiosk, sum(p.unsent) AS unsent, min(p.told_at) AS since FROM kiosk_stand p"
                        + " WHERE p.street = 1 AND " + OWES + " GROUP BY p.kiosk")
                .map((row, ignored) -> Map.entry(row.getString("kiosk"), owed(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Owed owed(ResultSet row) throws SQLException {
        return new Owed(row.getLong("unsent"), Instant.ofEpochMilli(row.getLong("since")));
    }
}
