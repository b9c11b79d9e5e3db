package cn.dangqun.server.queue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.queue.Ticket;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A ticket that went from one kiosk of a centre to another is one ticket, in whatever order the two report: the one
/// that has it last says how it stands (docs/decisions/0046). Inside a write.
record BroughtTickets(Handle handle) {
    void keep(QueueFact.TicketBrought fact, KioskId owner) {
        var hop = handle.createQuery("SELECT hop FROM ticket WHERE street = 1 AND ticket = ?")
                .bind(0, fact.ticket().hex())
                .mapTo(Integer.class)
                .findOne();
        if (hop.isEmpty()) {
            insert(fact, fact.brought());
        }
        if (hop.isEmpty() || hop.get() < fact.hop()) {
            update(fact, fact.brought(), owner);
        }
        handle.execute(
                "UPDATE ticket SET left_by = left_by || ? WHERE street = 1 AND ticket = ?",
                " " + fact.from().value() + " ",
                fact.ticket().hex());
    }

    /// Until the taker itself has told, whoever it came from stands for it.
    private void insert(QueueFact.TicketBrought fact, Ticket ticket) {
        handle.execute(
                "INSERT INTO ticket (street, ticket, kiosk, day, number, service, priority, taken_at, state)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, 'WAITING')",
                ticket.id().hex(),
                fact.from().value(),
                ticket.day().toString(),
                ticket.number().text(),
                ticket.service().value(),
                ticket.priority() ? 1 : 0,
                ticket.taken().toEpochMilli());
    }

    private void update(QueueFact.TicketBrought fact, Ticket ticket, KioskId owner) {
        var columns = QueueProjection.Columns.of(ticket.state());
        handle.createUpdate("UPDATE ticket SET state = ?, at_window = ?, calls = ?, since_at = ?, took = ?,"
                        + " called_at = ?, service = ?, owner = ?, hop = ? WHERE street = 1 AND ticket = ?")
                .bind(0, columns.stage().name())
                .bind(1, columns.window())
                .bind(2, columns.calls())
                .bind(3, columns.since())
                .bind(4, columns.took())
                .bind(5, millis(ticket.called()))
                .bind(6, ticket.service().value())
                .bind(7, owner.value())
                .bind(8, fact.hop())
                .bind(9, ticket.id().hex())
                .execute();
    }

    private static @Nullable Long millis(Optional<Instant> at) {
        return at.map(Instant::toEpochMilli).orElse(null);
    }
}
