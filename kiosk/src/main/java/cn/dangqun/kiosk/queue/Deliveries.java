package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.queue.LedgerSharing.Leaving;
import cn.dangqun.protocol.TicketSnapshots;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.protocol.wire.CentreAsk;
import cn.dangqun.protocol.wire.TicketBrought;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/// Brings what was handed on to whom it was handed on to, and says it again as long as nobody knows whether it arrived;
/// the other takes each once. On one thread; what it remembers is lost with the program, and then said once more.
final class Deliveries {
    private final LedgerSharing sharing;
    private final Set<Leaving> delivered = new HashSet<>();

    Deliveries(LedgerSharing sharing) {
        this.sharing = sharing;
    }

    boolean isDue(KioskId receiver) throws SQLException {
        return !delivered.containsAll(sharing.leaving(receiver));
    }

    void deliver(GuestLine.Line to, KioskId receiver) throws IOException, SQLException, UnreadableException {
        var waiting = sharing.leaving(receiver).stream()
                .filter(each -> !delivered.contains(each))
                .toList();
        for (int from = 0; from < waiting.size(); from += LedgerSharing.AT_ONCE) {
            var some = waiting.subList(from, Math.min(waiting.size(), from + LedgerSharing.AT_ONCE));
            var bring = CentreAsk.Bring.newBuilder();
            some.forEach(each -> bring.addTickets(TicketBrought.newBuilder()
                    .setTicket(TicketSnapshots.encode(each.ticket()))
                    .setHop(each.hop())));
            GuestLine.saved(GuestLine.ask(to, CentreAsk.newBuilder().setBring(bring), GuestLine.PATIENCE));
            delivered.addAll(some);
        }
    }
}
