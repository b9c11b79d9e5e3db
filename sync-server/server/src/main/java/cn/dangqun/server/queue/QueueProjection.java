package cn.dangqun.server.queue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.queue.ActResult;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketState;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.ledger.Place;
import cn.dangqun.server.ledger.Projection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Tickets as rows, by the transitions the kiosk itself uses. An act on a ticket nobody has told of
/// contradicts the ledger and is parked; one that comes too late, as when two histories of one disk are
/// carried together, changes nothing.
public final class QueueProjection implements Projection {
    @Override
    public String name() {
        return "queue";
    }

    @Override
    public int form() {
        return 3;
    }

    @Override
    public boolean apply(Handle handle, Place place, RecordedFact recorded, ChangeLog changes) {
        return !(recorded.fact() instanceof QueueFact fact) || apply(handle, recorded, fact, changes);
    }

    private static boolean apply(Handle handle, RecordedFact recorded, QueueFact queue, ChangeLog changes) {
        return switch (queue) {
            case QueueFact.TicketTaken fact -> {
                taken(handle, recorded, fact);
                changes.note(new Topic.Queue(taker(recorded)));
                yield true;
            }
            case QueueFact.TicketHandedOver fact -> state(handle, fact.ticket()).isPresent();
            case QueueFact.TicketHandled fact ->
                hasLeft(handle, fact.ticket(), taker(recorded))
                        || handled(handle, fact, recorded.clock().instant(), changes);
            // the host itself tells of the number
            case QueueFact.TicketFetched _ -> true;
            // it counts as what it was until the other tells that it has it
            case QueueFact.TicketHandedOn _ -> true;
            case QueueFact.TicketBrought fact -> {
                new BroughtTickets(handle).keep(fact, taker(recorded));
                changes.note(new Topic.Queue(taker(recorded)));
                changes.note(new Topic.Queue(fact.from()));
                yield true;
            }
        };
    }

    private static void taken(Handle handle, RecordedFact recorded, QueueFact.TicketTaken fact) {
        handle.execute(
                "INSERT INTO ticket (street, ticket, kiosk, day, number, service, priority, taken_at, state)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, 'WAITING') ON CONFLICT (street, ticket) DO UPDATE SET kiosk = CASE WHEN ticket.hop > 0 THEN excluded.kiosk"
                        + " ELSE ticket.kiosk END",
                fact.ticket().hex(),
                taker(recorded).value(),
                fact.day().toString(),
                fact.number().text(),
                fact.service().value(),
                fact.priority() ? 1 : 0,
                recorded.clock().instant().toEpochMilli());
    }

    /// The kiosk whose ticket it is, also when the fact was carried into another ledger.
    private static KioskId taker(RecordedFact recorded) {
        return recorded.carried()
                .map(origin -> origin.id().kiosk())
                .orElse(recorded.id().kiosk());
    }

    /// What a kiosk records of a ticket that another has by now was before: the other has told how it stood then.
    private static boolean hasLeft(Handle handle, TicketId ticket, KioskId kiosk) {
        return handle.createQuery(
                        "SELECT left_by FROM ticket WHERE street = 1 AND ticket = ? AND hop > 0" + " AND owner <> ?")
                .bind(0, ticket.hex())
                .bind(1, kiosk.value())
                .mapTo(String.class)
                .findOne()
                .filter(left -> left.contains(" " + kiosk.value() + " "))
                .isPresent();
    }

    private static boolean handled(Handle handle, QueueFact.TicketHandled fact, Instant at, ChangeLog changes) {
        var before = state(handle, fact.ticket());
        if (before.isPresent() && before.get().after(fact.act(), at) instanceof ActResult.Done(var next)) {
            changes.note(new Topic.Queue(keep(handle, fact, next, at)));
        }
        return before.isPresent();
    }

    private static Optional<TicketState> state(Handle handle, TicketId ticket) {
        return handle.createQuery("SELECT state, at_window, calls, since_at, took FROM ticket"
                        + " WHERE street = 1 AND ticket = ?")
                .bind(0, ticket.hex())
                .<TicketState>map((row, context) -> {
                    int window = row.getInt("at_window");
                    var anywhere = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(window);
                    int calls = row.getInt("calls");
                    var since = Instant.ofEpochMilli(row.getLong("since_at"));
                    return switch (Stage.valueOf(row.getString("state"))) {
                        case WAITING -> new TicketState.Waiting(anywhere);
                        case CALLED -> new TicketState.Called(window, calls, since);
                        case PASSED -> new TicketState.Passed();
                        case HELD -> new TicketState.Held();
                        case SERVED -> new TicketState.Served(window, Duration.ofMillis(row.getLong("took")));
                        case WITHDRAWN -> new TicketState.Withdrawn();
                        case NO_SHOW -> new TicketState.NoShow();
                        case LAPSED -> new TicketState.Lapsed();
                    };
                })
                .findOne();
    }

    record Columns(
            Stage stage,
            @Nullable Integer window,
            @Nullable Integer calls,
            @Nullable Long since,
            @Nullable Long took) {
        static Columns of(TicketState state) {
            return switch (state) {
                case TicketState.Waiting(var to) ->
                    new Columns(Stage.WAITING, to.isPresent() ? to.getAsInt() : null, null, null, null);
                case TicketState.Called(var window, var calls, var since) ->
                    new Columns(Stage.CALLED, window, calls, since.toEpochMilli(), null);
                case TicketState.Passed() -> new Columns(Stage.PASSED, null, null, null, null);
                case TicketState.Held() -> new Columns(Stage.HELD, null, null, null, null);
                case TicketState.Served(var window, var took) ->
                    new Columns(Stage.SERVED, window, null, null, took.toMillis());
                case TicketState.Withdrawn() -> new Columns(Stage.WITHDRAWN, null, null, null, null);
                case TicketState.NoShow() -> new Columns(Stage.NO_SHOW, null, null, null, null);
                case TicketState.Lapsed() -> new Columns(Stage.LAPSED, null, null, null, null);
            };
        }
    }

    /// Returns whose ticket it is.
    private static KioskId keep(Handle handle, QueueFact.TicketHandled fact, TicketState next, Instant at) {
        var columns = Columns.of(next);
        return handle.createQuery("UPDATE ticket SET state = ?, at_window = ?, calls = ?, since_at = ?, took = ?,"
                        + " called_at = coalesce(called_at, ?), service = coalesce(?, service)"
                        + " WHERE street = 1 AND ticket = ? RETURNING kiosk")
                .bind(0, columns.stage().name())
                .bind(1, columns.window())
                .bind(2, columns.calls())
                .bind(3, columns.since())
                .bind(4, columns.took())
                .bind(5, fact.act() instanceof TicketAct.Call ? at.toEpochMilli() : null)
                .bind(6, fact.act() instanceof TicketAct.ChangeService(var service) ? service.value() : null)
                .bind(7, fact.ticket().hex())
                .mapTo(String.class)
                .map(KioskId::new)
                .one();
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM ticket");
    }
}
