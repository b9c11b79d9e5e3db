package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.queue.Estimate;
import cn.dangqun.domain.queue.Queue;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.ledger.Projection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The `ticket` table: what the facts say of who waits, is called or was served. `ticket_fact` holds what was read
/// already: a fact that is carried twice counts once.
final class TicketProjection implements Projection {
    private static final String FIRST = """
            CREATE TABLE ticket (
              ticket TEXT PRIMARY KEY,
              seq INTEGER NOT NULL,
              day TEXT NOT NULL,
              number TEXT NOT NULL,
              service TEXT NOT NULL,
              priority INTEGER NOT NULL,
              taken_millis INTEGER NOT NULL,
              carried INTEGER NOT NULL,
              place INTEGER NOT NULL,
              state TEXT NOT NULL,
              window INTEGER,
              calls INTEGER,
              since_millis INTEGER,
              took_millis INTEGER,
              called_millis INTEGER,
              last_window INTEGER,
              last_millis INTEGER,
              handover TEXT
            ) STRICT;
            CREATE UNIQUE INDEX ticket_number_once ON ticket (day, number) WHERE carried = 0;
            CREATE INDEX ticket_served ON ticket (service, last_millis) WHERE state = 'SERVED';
            CREATE TABLE ticket_run (
              day TEXT NOT NULL,
              window INTEGER NOT NULL,
              run INTEGER NOT NULL,
              PRIMARY KEY (day, window)
            ) STRICT;
            CREATE TABLE ticket_fact (fact BLOB PRIMARY KEY, seq INTEGER NOT NULL) STRICT;
            """;

    /// Two kiosks with one queue (docs/decisions/0046). `away`: whose the ticket is now, when it was handed on; `own`:
    /// given out here; `via`: for a person at that kiosk.
    private static final String SHARED = """
            ALTER TABLE ticket ADD COLUMN away TEXT;
            ALTER TABLE ticket ADD COLUMN hop INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE ticket ADD COLUMN own INTEGER NOT NULL DEFAULT 1;
            ALTER TABLE ticket ADD COLUMN via TEXT;
            DROP INDEX ticket_number_once;
            CREATE UNIQUE INDEX ticket_number_once ON ticket (day, number) WHERE carried = 0 AND own = 1;
            CREATE INDEX ticket_of_day ON ticket (day, place);
            CREATE TABLE ticket_fetched (
              ticket TEXT PRIMARY KEY,
              day TEXT NOT NULL,
              seq INTEGER NOT NULL,
              at_millis INTEGER NOT NULL
            ) STRICT;
            """;

    @Override
    public String name() {
        return "queue";
    }

    @Override
    public List<String> steps() {
        return List.of(FIRST, SHARED);
    }

    @Override
    public void apply(SqliteConnection db, RecordedFact recorded, byte[] key) throws SQLException {
        if (recorded.fact() instanceof QueueFact fact) {
            apply(db, recorded, fact, key);
        }
    }

    private static void apply(SqliteConnection db, RecordedFact recorded, QueueFact queue, byte[] key)
            throws SQLException {
        switch (queue) {
            case QueueFact.TicketTaken f -> {
                if (isNew(db, recorded, key)) {
                    taken(db, recorded, f);
                }
            }
            case QueueFact.TicketHandedOver f -> {
                var day = day(db, f.ticket());
                if (day.isPresent() && isNew(db, recorded, key)) {
                    var before = only(db, day.get(), f.ticket());
                    keep(db, day.get(), before, before.handedOver(f.ticket(), f.how()));
                }
            }
            case QueueFact.TicketFetched f ->
                db.update(
                        "INSERT OR IGNORE INTO ticket_fetched VALUES (?, ?, ?, ?)",
                        f.ticket().hex(),
                        f.day().toString(),
                        recorded.id().seq(),
                        recorded.clock().instant().toEpochMilli());
            case QueueFact.TicketHandedOn f -> {
                if (isNew(db, recorded, key)) {
                    db.update(
                            "UPDATE ticket SET away = ? WHERE ticket = ?",
                            f.to().value(),
                            f.ticket().hex());
                }
            }
            case QueueFact.TicketBrought f -> {
                if (isNew(db, recorded, key)) {
                    BroughtTickets.take(db, recorded, f);
                }
            }
            case QueueFact.TicketHandled f -> {
                var day = day(db, f.ticket());
                if (day.isPresent() && isNew(db, recorded, key)) {
                    // whoever comes back moves others; every other act is about one ticket
                    var before = f.act() instanceof TicketAct.Reinsert
                            ? queue(db, day.get())
                            : only(db, day.get(), f.ticket());
                    var at = Instant.ofEpochMilli(recorded.clock().instant().toEpochMilli());
                    keep(db, day.get(), before, before.apply(f.ticket(), f.act(), at));
                }
            }
        }
    }

    private static boolean isNew(SqliteConnection db, RecordedFact recorded, byte[] key) throws SQLException {
        return db.update(
                        "INSERT OR IGNORE INTO ticket_fact VALUES (?, ?)",
                        key,
                        recorded.id().seq())
                == 1;
    }

    private static Optional<LocalDate> day(SqliteConnection db, TicketId ticket) throws SQLException {
        return db.first(
                "SELECT day FROM ticket WHERE ticket = ?", row -> LocalDate.parse(row.getString(1)), ticket.hex());
    }

    private static void taken(SqliteConnection db, RecordedFact recorded, QueueFact.TicketTaken f) throws SQLException {
        var ticket = Ticket.taken(
                f.ticket(),
                f.day(),
                f.number(),
                f.service(),
                f.priority(),
                recorded.clock().instant(),
                nextPlace(db, f.day()));
        db.update(
                "INSERT OR IGNORE INTO ticket (ticket, seq, day, number, service, priority, taken_millis, carried,"
                        + " place, state, via) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ticket.id().hex(),
                recorded.id().seq(),
                ticket.day().toString(),
                ticket.number().text(),
                ticket.service().value(),
                ticket.priority() ? 1 : 0,
                ticket.taken().toEpochMilli(),
                recorded.carried().isPresent() ? 1 : 0,
                ticket.place(),
                TicketRow.WAITING,
                f.via().map(KioskId::value).orElse(null));
    }

    static void keep(SqliteConnection db, LocalDate day, Queue before, Queue after) throws SQLException {
        var unchanged = new HashSet<>(before.tickets());
        for (var ticket : after.tickets()) {
            if (!unchanged.contains(ticket)) {
                TicketRow.update(db, ticket);
            }
        }
        for (var run : after.runs().entrySet()) {
            if (run.getValue().equals(before.runs().get(run.getKey()))) {
                continue;
            }
            db.update(
                    "INSERT OR REPLACE INTO ticket_run VALUES (?, ?, ?)", day.toString(), run.getKey(), run.getValue());
        }
    }

    private static long nextPlace(SqliteConnection db, LocalDate day) throws SQLException {
        return db.first("SELECT max(place) FROM ticket WHERE day = ?", row -> row.getLong(1), day.toString())
                        .orElse(0L)
                + 1;
    }

    /// A queue of one.
    private static Queue only(SqliteConnection db, LocalDate day, TicketId ticket) throws SQLException {
        var tickets = db.list("SELECT * FROM ticket WHERE ticket = ?", TicketRow::read, ticket.hex());
        return new Queue(tickets, runs(db, day));
    }

    /// The numbers of one day about which something may be done here, as this ledger knows them now.
    static Queue queue(SqliteConnection db, LocalDate day) throws SQLException {
        var tickets = db.list(
                "SELECT * FROM ticket WHERE day = ? AND away IS NULL ORDER BY place", TicketRow::read, day.toString());
        return new Queue(tickets, runs(db, day));
    }

    /// The same with what was handed on: no number of these is given out again.
    static Queue known(SqliteConnection db, LocalDate day) throws SQLException {
        var tickets = db.list("SELECT * FROM ticket WHERE day = ? ORDER BY place", TicketRow::read, day.toString());
        return new Queue(tickets, runs(db, day));
    }

    private static Map<Integer, Integer> runs(SqliteConnection db, LocalDate day) throws SQLException {
        return db
                .list(
                        "SELECT window, run FROM ticket_run WHERE day = ?",
                        row -> Map.entry(row.getInt(1), row.getInt(2)),
                        day.toString())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Optional<Ticket> ticket(SqliteConnection db, TicketId id) throws SQLException {
        return db.first("SELECT * FROM ticket WHERE ticket = ?", TicketRow::read, id.hex());
    }

    /// How long the newest services took at a window, newest first.
    static List<Duration> recent(SqliteConnection db, ServiceId service) throws SQLException {
        return db.list(
                "SELECT took_millis FROM ticket WHERE service = ? AND state = 'SERVED'"
                        + " ORDER BY last_millis DESC LIMIT " + Estimate.SAMPLES,
                row -> Duration.ofMillis(row.getLong(1)),
                service.value());
    }

    @Override
    public void leave(SqliteConnection db) throws SQLException {
        forget(db, 0);
    }

    /// A number of which only later acts go on does not.
    @Override
    public void move(SqliteConnection db, long less) throws SQLException {
        if (less > 0) {
            db.update("DELETE FROM ticket WHERE seq <= ?", less);
            db.update("UPDATE ticket SET seq = seq - ?, carried = 1", less);
            db.update("DELETE FROM ticket_run WHERE day NOT IN (SELECT day FROM ticket)");
            for (var table : new String[] {"ticket_fact", "ticket_fetched"}) {
                db.update("DELETE FROM " + table + " WHERE seq <= ?", less);
                db.update("UPDATE " + table + " SET seq = seq - ?", less);
            }
        } else {
            db.update("UPDATE ticket SET carried = 1 WHERE carried = 0");
        }
    }

    /// A day is read anew as a whole: its acts build on one another.
    @Override
    public void forget(SqliteConnection db, long seq) throws SQLException {
        db.update("DELETE FROM ticket WHERE seq > ?", seq);
        db.update("DELETE FROM ticket_fact WHERE seq > ?", seq);
        db.update("DELETE FROM ticket_fetched WHERE seq > ?", seq);
        db.update("DELETE FROM ticket_run WHERE day NOT IN (SELECT day FROM ticket)");
    }

    @Override
    public void purge(SqliteConnection db, long seq, Instant today) throws SQLException {
        db.update("DELETE FROM ticket WHERE seq <= ? AND taken_millis < ?", seq, today.toEpochMilli());
        db.update("DELETE FROM ticket_fact WHERE seq <= ?", seq);
        db.update("DELETE FROM ticket_fetched WHERE seq <= ? AND at_millis < ?", seq, today.toEpochMilli());
        db.update("DELETE FROM ticket_run WHERE day NOT IN (SELECT day FROM ticket)");
    }
}
