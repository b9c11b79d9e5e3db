package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.queue.Queue;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketState;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerReader;
import cn.dangqun.kiosk.ledger.LedgerTransaction;
import cn.dangqun.kiosk.ledger.NotEnrolledException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// How tickets change hands between two kiosks of a centre (docs/decisions/0046). Every method is one transaction on
/// the store thread, waits for it, and is false or empty when the disk did not take it.
final class LedgerSharing {
    /// So that no transaction is long
    static final int AT_ONCE = 50;

    private final Ledger ledger;
    private final LedgerReader reader;
    private final KioskClock clock;
    private final ZoneId zone;

    LedgerSharing(Ledger ledger, KioskClock clock, ZoneId zone) {
        this.ledger = ledger;
        this.reader = ledger.newReader();
        this.clock = clock;
        this.zone = zone;
    }

    /// One that changes hands, for the `hop`th time.
    record Leaving(Ticket ticket, int hop) {}

    LocalDate today() {
        return LocalDate.ofInstant(ledger.now(), zone);
    }

    /// Lets go of the oldest [#AT_ONCE] of today. How many there were; empty when it could not be saved.
    Optional<Integer> handOn(KioskId host) {
        return done((transaction, day) -> {
            var moment = clock.read();
            var leaving = TicketProjection.queue(transaction.db(), day).tickets().stream()
                    .limit(AT_ONCE)
                    .toList();
            for (var ticket : leaving) {
                transaction.append(new QueueFact.TicketHandedOn(ticket.id(), host), moment);
            }
            return leaving.size();
        });
    }

    /// Whether anything of today is this kiosk's to call.
    boolean ownsAny() throws SQLException {
        return reader.ask(db -> db.first(
                        "SELECT 1 FROM ticket WHERE day = ? AND away IS NULL LIMIT 1",
                        row -> row.getInt(1),
                        today().toString()))
                .isPresent();
    }

    boolean owns(TicketId ticket) {
        return done((transaction, _) -> transaction
                        .db()
                        .first(
                                "SELECT 1 FROM ticket WHERE ticket = ? AND away IS NULL",
                                row -> row.getInt(1),
                                ticket.hex())
                        .isPresent())
                .orElse(false);
    }

    /// To whom something of today was handed on.
    Set<KioskId> receivers() throws SQLException {
        return Set.copyOf(reader.ask(db -> db.list(
                "SELECT DISTINCT away FROM ticket WHERE day = ? AND away IS NOT NULL",
                row -> new KioskId(row.getString(1)),
                today().toString())));
    }

    /// What of today was handed on to `to`, as it stood then; `to` may have it or not.
    List<Leaving> leaving(KioskId to) throws SQLException {
        return reader.ask(db -> db.list(
                "SELECT * FROM ticket WHERE day = ? AND away = ? ORDER BY place",
                row -> new Leaving(TicketRow.read(row), row.getInt("hop") + 1),
                today().toString(),
                to.value()));
    }

    /// Takes over what is new. False when it could not be saved.
    boolean bring(KioskId from, List<Leaving> leaving) {
        return done((transaction, day) -> {
                    for (var each : leaving) {
                        if (each.ticket().day().equals(day) && isNew(transaction.db(), each)) {
                            transaction.append(
                                    new QueueFact.TicketBrought(each.ticket(), from, each.hop()), clock.read());
                        }
                    }
                    return true;
                })
                .orElse(false);
    }

    private static boolean isNew(SqliteConnection db, Leaving leaving) throws SQLException {
        return db.first(
                        "SELECT hop FROM ticket WHERE ticket = ?",
                        row -> row.getInt(1),
                        leaving.ticket().id().hex())
                .filter(hop -> hop >= leaving.hop())
                .isEmpty();
    }

    /// A number of `host` was given to this kiosk's person: before it is shown.
    boolean fetched(Ticket ticket, KioskId host) {
        return ledger.append(new QueueFact.TicketFetched(ticket.id(), ticket.number(), ticket.day(), host))
                        .join()
                instanceof Commit.Done;
    }

    Set<TicketId> fetched() throws SQLException {
        return Set.copyOf(reader.ask(db -> db.list(
                "SELECT ticket FROM ticket_fetched WHERE day = ?",
                row -> new TicketId(row.getString(1)),
                today().toString())));
    }

    /// Ends the numbers that were given out for people at `guest` and that it has shown to nobody. `fetched`: what it
    /// has shown today. Where that lacks a number which certainly was handed over, its ledger is another than it
    /// was, and nothing is ended. How many; empty when it could not be saved.
    Optional<Integer> lapse(KioskId guest, LocalDate told, Set<TicketId> fetched, BooleanSupplier stands) {
        return done((transaction, day) -> {
            if (!day.equals(told) || !stands.getAsBoolean()) {
                return 0;
            }
            var ids = Set.copyOf(transaction
                    .db()
                    .list(
                            "SELECT ticket FROM ticket WHERE day = ? AND via = ? AND away IS NULL",
                            row -> new TicketId(row.getString(1)),
                            day.toString(),
                            guest.value()));
            var given = TicketProjection.queue(transaction.db(), day).tickets().stream()
                    .filter(ticket -> ids.contains(ticket.id()))
                    .toList();
            boolean forgetful =
                    given.stream().anyMatch(ticket -> ticket.handover().isPresent() && !fetched.contains(ticket.id()));
            return forgetful ? 0 : lapse(transaction, given, fetched);
        });
    }

    private int lapse(LedgerTransaction transaction, List<Ticket> given, Set<TicketId> fetched)
            throws SQLException, NotEnrolledException {
        var ghosts = given.stream()
                .filter(ticket -> !fetched.contains(ticket.id()) && !(ticket.state() instanceof TicketState.Closed))
                .toList();
        for (var ghost : ghosts) {
            transaction.append(new QueueFact.TicketHandled(ghost.id(), new TicketAct.Lapse(), ""), clock.read());
        }
        return ghosts.size();
    }

    /// What is this kiosk's to call today.
    Queue queue() throws SQLException {
        return reader.ask(db -> TicketProjection.queue(db, today()));
    }

    private interface Sharing<T> {
        T in(LedgerTransaction transaction, LocalDate day) throws SQLException, NotEnrolledException;
    }

    private <T> Optional<T> done(Sharing<T> work) {
        var moment = clock.read();
        var commit = ledger.write(transaction -> work.in(
                        transaction,
                        LocalDate.ofInstant(transaction.judge(moment).instant(), zone)))
                .join();
        return commit instanceof Commit.Done<T>(var result) ? Optional.of(result) : Optional.empty();
    }
}
