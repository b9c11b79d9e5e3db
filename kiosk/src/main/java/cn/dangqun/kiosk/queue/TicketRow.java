package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.domain.queue.TicketState;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.ledger.LedgerDamagedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A ticket as a row.
final class TicketRow {
    static final String WAITING = "WAITING";

    private static final String CALLED = "CALLED";
    private static final String PASSED = "PASSED";
    private static final String HELD = "HELD";
    private static final String SERVED = "SERVED";
    private static final String WITHDRAWN = "WITHDRAWN";
    private static final String NO_SHOW = "NO_SHOW";
    private static final String LAPSED = "LAPSED";

    private TicketRow() {}

    static Ticket read(ResultSet row) throws SQLException {
        return new Ticket(
                new TicketId(row.getString("ticket")),
                LocalDate.parse(row.getString("day")),
                TicketNumber.parse(row.getString("number")),
                new ServiceId(row.getString("service")),
                row.getInt("priority") == 1,
                Instant.ofEpochMilli(row.getLong("taken_millis")),
                row.getLong("place"),
                state(row),
                instant(row, "called_millis"),
                last(row),
                Optional.ofNullable(row.getString("handover")).map(Handover::valueOf));
    }

    private static TicketState state(ResultSet row) throws SQLException {
        var name = row.getString("state");
        return switch (name) {
            case WAITING -> new TicketState.Waiting(window(row));
            case CALLED ->
                new TicketState.Called(
                        row.getInt("window"), row.getInt("calls"), Instant.ofEpochMilli(row.getLong("since_millis")));
            case PASSED -> new TicketState.Passed();
            case HELD -> new TicketState.Held();
            case SERVED -> new TicketState.Served(row.getInt("window"), Duration.ofMillis(row.getLong("took_millis")));
            case WITHDRAWN -> new TicketState.Withdrawn();
            case NO_SHOW -> new TicketState.NoShow();
            case LAPSED -> new TicketState.Lapsed();
            default -> throw new LedgerDamagedException("a ticket in the state " + name);
        };
    }

    private static OptionalInt window(ResultSet row) throws SQLException {
        int window = row.getInt("window");
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(window);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static Optional<Ticket.LastCall> last(ResultSet row) throws SQLException {
        int window = row.getInt("last_window");
        return instant(row, "last_millis").map(at -> new Ticket.LastCall(window, at));
    }

    /// The columns of one state; what it does not have is null.
    private record Columns(
            String state,
            @Nullable Integer window,
            @Nullable Integer calls,
            @Nullable Long since,
            @Nullable Long took) {
        static Columns named(String state) {
            return new Columns(state, null, null, null, null);
        }

        static Columns of(TicketState state) {
            return switch (state) {
                case TicketState.Waiting(var to) ->
                    new Columns(WAITING, to.isPresent() ? to.getAsInt() : null, null, null, null);
                case TicketState.Called(var window, var calls, var since) ->
                    new Columns(CALLED, window, calls, since.toEpochMilli(), null);
                case TicketState.Passed() -> named(PASSED);
                case TicketState.Held() -> named(HELD);
                case TicketState.Served(var window, var took) ->
                    new Columns(SERVED, window, null, null, took.toMillis());
                case TicketState.Withdrawn() -> named(WITHDRAWN);
                case TicketState.NoShow() -> named(NO_SHOW);
                case TicketState.Lapsed() -> named(LAPSED);
            };
        }
    }

    static void update(SqliteConnection db, Ticket ticket) throws SQLException {
        var state = Columns.of(ticket.state());
        db.update(
                "UPDATE ticket SET service = ?, place = ?, state = ?, window = ?, calls = ?, since_millis = ?, took_millis = ?,"
                        + " called_millis = ?, last_window = ?, last_millis = ?, handover = ? WHERE ticket = ?",
                ticket.service().value(),
                ticket.place(),
                state.state(),
                state.window(),
                state.calls(),
                state.since(),
                state.took(),
                ticket.called().map(Instant::toEpochMilli).orElse(null),
                ticket.last().map(Ticket.LastCall::window).orElse(null),
                ticket.last().map(call -> call.at().toEpochMilli()).orElse(null),
                ticket.handover().map(Handover::name).orElse(null),
                ticket.id().hex());
    }
}
