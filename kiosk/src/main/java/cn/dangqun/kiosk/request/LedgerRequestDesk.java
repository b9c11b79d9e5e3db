package cn.dangqun.kiosk.request;

import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.RequestFact;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.ReceiptNumber;
import cn.dangqun.domain.request.RequestStanding;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerReader;
import cn.dangqun.kiosk.ledger.LedgerTransaction;
import cn.dangqun.kiosk.ledger.NotEnrolledException;
import cn.dangqun.kiosk.queue.Misses;
import cn.dangqun.kiosk.reference.ReferenceStore;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk on top of the ledger: a request, and what its person said, are on the disk together before the
/// receipt is shown.
final class LedgerRequestDesk implements RequestDesk {
    private static final Logger log = LoggerFactory.getLogger(LedgerRequestDesk.class);
    private static final int ID_BYTES = 8;

    private final Ledger ledger;
    private final LedgerReader reader;
    private final ReferenceStore reference;
    private final KioskClock clock;
    private final ZoneId zone;
    private final SecureRandom random = new SecureRandom();
    private final Misses misses = new Misses();

    LedgerRequestDesk(Ledger ledger, ReferenceStore reference, KioskClock clock, ZoneId zone) {
        this.ledger = ledger;
        this.reader = ledger.newReader();
        this.reference = reference;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public RequestOffer offer() {
        var index = reference.index();
        var now = LocalDateTime.ofInstant(ledger.now(), zone);
        boolean sealed = reference.sealing().isPresent() || index.site().isEmpty();
        return new RequestOffer(
                index.items(ReferenceItem.Service.class).stream()
                        .map(ReferenceItem.Service::service)
                        .sorted(Comparator.comparing(ServiceItem::category).thenComparingInt(ServiceItem::letter))
                        .toList(),
                new Responders(index)
                        .at(now)
                        .filter(_ -> !sealed)
                        .map(each -> new RequestOffer.Responder(each.id(), each.name(), each.duty())),
                now.toLocalDate());
    }

    @Override
    public CompletableFuture<FileOutcome> file(Wish wish) {
        var moment = clock.read();
        if (reference.sealing().isPresent()) {
            return CompletableFuture.completedFuture(new FileOutcome.KioskSealed());
        }
        return ledger.write(transaction -> file(transaction, moment, wish)).thenApply(commit -> switch (commit) {
            case Commit.Done<FileOutcome>(var outcome) -> outcome;
            case Commit.NotSaved<FileOutcome> _ -> new FileOutcome.NotSaved();
        });
    }

    private FileOutcome file(LedgerTransaction transaction, ClockReading moment, Wish wish)
            throws SQLException, NotEnrolledException {
        var index = reference.index();
        var at = transaction.judge(moment).instant();
        var now = LocalDateTime.ofInstant(at, zone);
        var book = new RequestBook(index, new RequestRows(transaction.db()));
        var responder = wish.responder().or(() -> new Responders(index).at(now).map(each -> Answerer.staff(each.id())));
        if (index.site().isEmpty() || responder.isEmpty()) {
            return new FileOutcome.NobodyAnswers();
        }
        var service = index.items(ReferenceItem.Service.class).stream()
                .map(ReferenceItem.Service::service)
                .filter(each -> wish.service().filter(each.id()::equals).isPresent())
                .findFirst();
        var filed = new RequestFact.Filed(
                draw(book),
                wish.kind(),
                index.site().get().organization(),
                service.map(ServiceItem::id),
                wish.ticket(),
                now.toLocalDate(),
                service.flatMap(each -> due(each, now.toLocalDate())),
                responder.get(),
                wish.resident().isEmpty()
                        ? Optional.empty()
                        : Optional.of(transaction.attach(wish.resident().encode(), random)));
        transaction.append(filed, moment);
        log.info("A request was filed");
        return new FileOutcome.Filed(new Receipt(
                ReceiptNumber.of(filed.request()),
                filed.kind(),
                service.map(ServiceItem::name).orElse(""),
                at,
                filed.due(),
                book.name(filed.responder()),
                !wish.resident().phone().isEmpty() || !wish.resident().address().isEmpty()));
    }

    static Optional<LocalDate> due(ServiceItem service, LocalDate day) {
        return service.limitDays().isPresent()
                ? Optional.of(day.plusDays(service.limitDays().getAsInt()))
                : Optional.empty();
    }

    /// One whose number nobody has whom this kiosk knows of.
    private String draw(RequestBook book) throws SQLException {
        while (true) {
            var bytes = new byte[ID_BYTES];
            random.nextBytes(bytes);
            var id = HexFormat.of().formatHex(bytes);
            if (!book.isTaken(ReceiptNumber.of(id))) {
                return id;
            }
        }
    }

    @Override
    public StatusAnswer status(ReceiptNumber number) {
        var now = ledger.now();
        var paused = misses.pausedUntil(now);
        if (paused.isPresent()) {
            return new StatusAnswer.Paused(paused.get());
        }
        try {
            var found = find(number);
            if (found.isEmpty()) {
                misses.miss(now);
                return new StatusAnswer.Unknown(reference.contact());
            }
            return new StatusAnswer.Known(found.get());
        } catch (SQLException e) {
            log.error("How a request stands cannot be read: {}", e.getMessage());
            return new StatusAnswer.Unreadable();
        }
    }

    private Optional<RequestStanding> find(ReceiptNumber number) throws SQLException {
        return reader.ask(db -> new RequestBook(reference.index(), new RequestRows(db)).find(number));
    }

    @Override
    public CompletableFuture<RateOutcome> rate(ReceiptNumber number, int stars) {
        var moment = clock.read();
        return ledger.write(transaction -> rate(transaction, moment, number, stars))
                .thenApply(commit -> switch (commit) {
                    case Commit.Done<RateOutcome>(var outcome) -> outcome;
                    case Commit.NotSaved<RateOutcome> _ -> RateOutcome.NOT_SAVED;
                });
    }

    private RateOutcome rate(LedgerTransaction transaction, ClockReading moment, ReceiptNumber number, int stars)
            throws SQLException, NotEnrolledException {
        var found = new RequestBook(reference.index(), new RequestRows(transaction.db())).find(number);
        if (found.isEmpty() || !found.get().state().stage().isClosed()) {
            return RateOutcome.NOT_CLOSED;
        }
        if (found.get().rated()) {
            return RateOutcome.ALREADY;
        }
        transaction.append(new RequestFact.Rated(found.get().request(), stars), moment);
        return RateOutcome.DONE;
    }
}
