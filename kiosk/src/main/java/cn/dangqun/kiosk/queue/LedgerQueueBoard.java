package cn.dangqun.kiosk.queue;

import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerReader;
import cn.dangqun.kiosk.reference.ReferenceStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;

/// The catalogue as the street sent it, and the queue of the ledger's projection.
final class LedgerQueueBoard implements QueueBoard {
    private final Ledger ledger;
    private final LedgerReader reader;
    private final ReferenceStore reference;
    private final ZoneId zone;

    LedgerQueueBoard(Ledger ledger, ReferenceStore reference, ZoneId zone) {
        this.ledger = ledger;
        this.reader = ledger.newReader();
        this.reference = reference;
        this.zone = zone;
    }

    /// @throws UncheckedIOException when the disk fails
    @Override
    public QueueToday today() {
        var now = ledger.now().atZone(zone);
        var catalogue = QueueCatalogue.of(reference.index());
        boolean sealed = reference.sealing().isPresent();
        try {
            return new QueueToday(
                    now,
                    catalogue.services(),
                    sealed ? Optional.empty() : catalogue.plan(),
                    reader.ask(db -> TicketProjection.queue(db, now.toLocalDate())));
        } catch (SQLException e) {
            throw new UncheckedIOException("the queue cannot be read", new IOException(e));
        }
    }
}
