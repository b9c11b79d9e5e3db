package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.queue.CentreKiosk;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.kiosk.queue.GuestLine.Shared;
import cn.dangqun.kiosk.queue.LedgerSharing.Leaving;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The queue of the centre where the host shows it, and otherwise that of this kiosk, with what is known of the others.
final class CentreBoard implements QueueBoard {
    private final QueueBoard own;
    private final LedgerSharing sharing;
    private final GuestLine line;
    private final HostDesk hosting;
    private final Supplier<Optional<Centre>> centre;

    CentreBoard(
            QueueBoard own,
            LedgerSharing sharing,
            GuestLine line,
            HostDesk hosting,
            Supplier<Optional<Centre>> centre) {
        this.own = own;
        this.sharing = sharing;
        this.line = line;
        this.hosting = hosting;
        this.centre = centre;
    }

    @Override
    public QueueToday today() {
        var here = own.today();
        var now = centre.get();
        if (now.isEmpty()) {
            return here;
        }
        if (now.get().isHost()) {
            return here.with(missing(now.get(), here.now().toInstant()));
        }
        var shared = line.shared().filter(each -> each.day().equals(here.now().toLocalDate()));
        return shared.filter(Shared::up)
                .map(there -> here.of(there.queue()))
                .orElseGet(() -> here.with(cut(now.get().host(), shared)));
    }

    private CentreLine cut(CentreKiosk host, Optional<Shared> shared) {
        return shared.<CentreLine>map(
                        last -> new CentreLine.Cut(host.digit(), last.since(), waiting(last), leaving(last)))
                .orElseGet(() -> new CentreLine.NeverThere(host.digit()));
    }

    private static List<Ticket> waiting(Shared last) {
        return last.queue().waiting();
    }

    /// Those that the host had not shown when the line was cut.
    private List<Ticket> leaving(Shared last) {
        var shown =
                new HashSet<>(last.queue().tickets().stream().map(Ticket::id).toList());
        try {
            var receivers = sharing.receivers();
            Stream<Ticket> all = Stream.empty();
            for (KioskId each : receivers) {
                all = Stream.concat(all, sharing.leaving(each).stream().map(Leaving::ticket));
            }
            return all.filter(ticket -> !shown.contains(ticket.id())).toList();
        } catch (SQLException e) {
            throw new UncheckedIOException("the queue cannot be read", new IOException(e));
        }
    }

    private CentreLine missing(Centre now, Instant at) {
        var heard = hosting.heard();
        var absent = now.plan().kiosks().stream()
                .filter(each -> !each.host())
                .filter(each -> Optional.ofNullable(heard.get(new KioskId(each.id())))
                        .filter(last -> last.isAfter(at.minus(HostDesk.SILENT)))
                        .isEmpty())
                .map(each ->
                        new CentreLine.Absent(each.digit(), Optional.ofNullable(heard.get(new KioskId(each.id())))))
                .toList();
        return absent.isEmpty() ? new CentreLine.Quiet() : new CentreLine.Missing(absent);
    }
}
