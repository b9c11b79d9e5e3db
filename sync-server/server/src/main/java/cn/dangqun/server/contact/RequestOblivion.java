package cn.dangqun.server.contact;

import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.AttachmentStore;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets who asked and what was said ninety days after a request was closed (OQ-39): the keys are destroyed, and that
/// there was a request, who answered for it and how long it took stays. Blocks.
public final class RequestOblivion {
    static final Duration KEPT = Duration.ofDays(90);

    private static final Logger log = LoggerFactory.getLogger(RequestOblivion.class);
    private static final int AT_ONCE = 200;

    private final Database database;
    private final Clock clock;
    private final ZoneId zone;

    public RequestOblivion(Database database, Clock clock, ZoneId zone) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
    }

    /// Returns of how many requests.
    public int forget() {
        int forgotten = 0;
        int some;
        do {
            some = slice();
            forgotten += some;
        } while (some == AT_ONCE);
        forgetHouseholds();
        if (forgotten > 0) {
            log.info("who asked and what was said is forgotten of {} requests; that there were stays", forgotten);
        }
        return forgotten;
    }

    /// Of a household nobody is paired with any more.
    private void forgetHouseholds() {
        var before = LocalDate.ofInstant(clock.instant(), zone).minusDays(KEPT.toDays());
        int households = database.write((handle, changes) -> {
            var due = new HouseholdStore(handle).due(before);
            due.forEach(new AttachmentStore(handle)::forget);
            return due.size();
        });
        if (households > 0) {
            log.info("who {} households were that nobody is paired with any more is forgotten", households);
        }
    }

    /// What arrives after its request was forgotten, such as a kiosk's late word, is forgotten the next day.
    private int slice() {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        return database.write((handle, changes) -> {
            var due = handle.createQuery("""
                            SELECT r.request FROM request r WHERE r.street = 1 AND r.closed_at IS NOT NULL
                              AND r.closed_at < :before AND (EXISTS (SELECT 1 FROM attachment a
                                WHERE a.street = 1 AND a.id = r.applicant AND a.secret IS NOT NULL)
                              OR EXISTS (SELECT 1 FROM request_step s JOIN attachment a ON a.street = 1
                                AND a.id = s.words AND a.secret IS NOT NULL
                                WHERE s.street = 1 AND s.request = r.request)) LIMIT :some""")
                    .bind("before", clock.instant().minus(KEPT).toEpochMilli())
                    .bind("some", AT_ONCE)
                    .mapTo(String.class)
                    .list();
            var attachments = new AttachmentStore(handle);
            for (var request : due) {
                handle.createQuery("""
                                SELECT applicant FROM request WHERE street = 1 AND request = :request
                                  AND applicant IS NOT NULL
                                UNION ALL SELECT words FROM request_step WHERE street = 1 AND request = :request
                                  AND words IS NOT NULL""")
                        .bind("request", request)
                        .mapTo(byte[].class)
                        .forEach(id ->
                                attachments.forget(new SealedId(HexFormat.of().formatHex(id))));
                handle.execute(
                        "INSERT INTO request_forgotten (street, request, forgotten) VALUES (1, ?, ?)"
                                + " ON CONFLICT (street, request) DO NOTHING",
                        request,
                        today.toString());
            }
            return due.size();
        });
    }
}
