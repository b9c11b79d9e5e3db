package cn.dangqun.kiosk.queue;

import cn.dangqun.devices.api.Announcement;
import cn.dangqun.domain.calendar.OpeningCalendar;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.queue.Calling;
import cn.dangqun.domain.queue.CentreKiosk;
import cn.dangqun.domain.queue.Estimate;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerTransaction;
import cn.dangqun.kiosk.ledger.NotEnrolledException;
import cn.dangqun.kiosk.reference.ReferenceStore;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The desk on top of the ledger: every wish is decided and recorded in one transaction on the store thread, one
/// after another, so that no number comes twice (F-44) and no person is called to two windows (F-48).
final class LedgerQueueDesk implements QueueDesk {
    private final Ledger ledger;
    private final ReferenceStore reference;
    private final KioskClock clock;
    private final Site site;
    private final LedgerWindows windows;
    private final SecureRandom random = new SecureRandom();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /// Where the kiosk stands: the centre's zone, its own digit where the centre has several kiosks, and what is
    /// kept for whoever is expected. `self`: as the street names it to its centre; a digit that the street has
    /// given counts before `digit`.
    record Site(ZoneId zone, OptionalInt digit, Supplier<Optional<KioskId>> self, KeptNumbers kept) {
        Site(ZoneId zone, OptionalInt digit) {
            this(zone, digit, Optional::empty, KeptNumbers.NONE);
        }

        OptionalInt digit(QueuePlan plan) {
            var given = self.get()
                    .flatMap(own -> plan.kiosk(own.value()))
                    .map(CentreKiosk::digit)
                    .orElse(OptionalInt.empty());
            return given.isPresent() ? given : digit;
        }
    }

    /// Who wants a number. `ticket`: asked for again, it is the same one; `via`: the other kiosk at which they stand;
    /// `stands`: asked in the transaction, whether anybody still waits for the answer.
    record Asked(TicketId ticket, ServiceId service, boolean priority, Optional<KioskId> via, BooleanSupplier stands) {}

    LedgerQueueDesk(
            Ledger ledger, ReferenceStore reference, KioskClock clock, Site site, Consumer<Announcement.Call> voice) {
        this.ledger = ledger;
        this.reference = reference;
        this.clock = clock;
        this.site = site;
        this.windows = new LedgerWindows(ledger, reference, clock, site.zone(), voice);
    }

    @Override
    public CompletableFuture<TakeOutcome> take(ServiceId service, boolean priority) {
        return take(new Asked(TicketId.draw(random), service, priority, Optional.empty(), () -> true));
    }

    CompletableFuture<TakeOutcome> take(Asked asked) {
        return taking((transaction, moment) -> take(transaction, moment, asked));
    }

    @Override
    public CompletableFuture<TakeOutcome> takeKept(ServiceId service, AwaitedArrival arrival) {
        return taking((transaction, moment) -> takeKept(transaction, moment, service, arrival));
    }

    private interface Taking {
        TakeOutcome take(LedgerTransaction transaction, ClockReading moment) throws SQLException, NotEnrolledException;
    }

    private CompletableFuture<TakeOutcome> taking(Taking taking) {
        var moment = clock.read();
        if (reference.sealing().isPresent()) {
            return CompletableFuture.completedFuture(new TakeOutcome.KioskSealed());
        }
        return ledger.write(transaction -> taking.take(transaction, moment))
                .thenApply(commit -> told(
                        switch (commit) {
                            case Commit.Done<TakeOutcome>(var outcome) -> outcome;
                            case Commit.NotSaved<TakeOutcome> _ -> new TakeOutcome.NotSaved();
                        }));
    }

    private TakeOutcome take(LedgerTransaction transaction, ClockReading moment, Asked asked)
            throws SQLException, NotEnrolledException {
        var catalogue = QueueCatalogue.of(reference.index());
        var service = catalogue.service(asked.service());
        if (service.isEmpty() || catalogue.plan().isEmpty()) {
            return new TakeOutcome.NotOffered();
        }
        if (!asked.stands().getAsBoolean()) {
            return new TakeOutcome.NotSaved();
        }
        var now = localTime(transaction, moment);
        var calling = new Calling(catalogue.plan().get());
        var known = TicketProjection.known(transaction.db(), now.toLocalDate());
        if (known.find(asked.ticket()).isPresent()) {
            return slip(transaction, service.get(), calling, now, asked.ticket());
        }
        long taken = known.countOf(asked.service()) + site.kept().of(transaction.db(), asked.service(), now);
        var objection = objection(service.get(), calling.plan().calendar(), now, taken);
        var number = known.nextNumber(site.digit(calling.plan()), service.get().letter());
        if (objection.isPresent() || number.isEmpty()) {
            return objection.orElseGet(() -> new TakeOutcome.Full(service.get().name()));
        }
        transaction.append(
                new QueueFact.TicketTaken(
                        asked.ticket(),
                        number.get(),
                        asked.service(),
                        now.toLocalDate(),
                        asked.priority(),
                        asked.via()),
                moment);
        return slip(transaction, service.get(), calling, now, asked.ticket());
    }

    /// Whoever is expected is let in at any hour, and no cap keeps them out.
    private TakeOutcome takeKept(
            LedgerTransaction transaction, ClockReading moment, ServiceId id, AwaitedArrival arrival)
            throws SQLException, NotEnrolledException {
        var catalogue = QueueCatalogue.of(reference.index());
        var service = catalogue.service(id);
        var now = localTime(transaction, moment);
        if (service.isEmpty() || catalogue.plan().isEmpty() || !arrival.isAwaited(transaction.db(), now)) {
            return new TakeOutcome.NotOffered();
        }
        var calling = new Calling(catalogue.plan().get());
        var number = TicketProjection.known(transaction.db(), now.toLocalDate())
                .nextNumber(site.digit(calling.plan()), service.get().letter());
        if (number.isEmpty()) {
            return new TakeOutcome.Full(service.get().name());
        }
        var ticket = TicketId.draw(random);
        transaction.append(
                new QueueFact.TicketTaken(ticket, number.get(), id, now.toLocalDate(), true, Optional.empty()), moment);
        transaction.append(arrival.with(ticket), moment);
        return slip(transaction, service.get(), calling, now, ticket);
    }

    private static Optional<TakeOutcome> objection(
            ServiceItem service, OpeningCalendar calendar, LocalDateTime now, long taken) {
        if (!service.hours().isOpenAt(now, calendar)) {
            return Optional.of(new TakeOutcome.Closed(
                    service.name(), service.hours().opensAfter(now, calendar), calendar.whyClosed(now.toLocalDate())));
        }
        return taken < service.dailyCap() ? Optional.empty() : Optional.of(new TakeOutcome.Full(service.name()));
    }

    private static TakeOutcome slip(
            LedgerTransaction transaction, ServiceItem service, Calling calling, LocalDateTime now, TicketId id)
            throws SQLException {
        var queue = TicketProjection.queue(transaction.db(), now.toLocalDate());
        var ticket = queue.find(id).orElseThrow();
        int ahead = calling.ahead(queue, ticket);
        var estimate = Estimate.of(
                ahead,
                calling.openWindows(queue, service.id()),
                TicketProjection.recent(transaction.db(), service.id()),
                service.usual());
        return new TakeOutcome.Taken(new Slip(ticket, service.name(), ahead, estimate));
    }

    private LocalDateTime localTime(LedgerTransaction transaction, ClockReading moment) {
        return LocalDateTime.ofInstant(transaction.judge(moment).instant(), site.zone());
    }

    @Override
    public CompletableFuture<Boolean> handedOver(TicketId ticket, Handover how, Optional<String> staff) {
        return ledger.append(new QueueFact.TicketHandedOver(ticket, how, staff))
                .thenApply(commit -> told(commit instanceof Commit.Done));
    }

    @Override
    public CompletableFuture<CallOutcome> callNext(int window, String staff) {
        return windows.callNext(window, staff).thenApply(this::told);
    }

    @Override
    public CompletableFuture<CallOutcome> next(int window, Predicate<Optional<Ticket>> seen, String staff) {
        return windows.next(window, seen, staff).thenApply(this::told);
    }

    @Override
    public CompletableFuture<CallOutcome> act(
            int window, TicketId ticket, TicketAct act, Predicate<Ticket> seen, String staff) {
        return windows.act(window, ticket, act, seen, staff).thenApply(this::told);
    }

    @Override
    public CompletableFuture<CallOutcome> takeBack(int window, TicketId ticket, String staff) {
        return windows.takeBack(window, ticket, staff).thenApply(this::told);
    }

    /// Something was recorded about the queue.
    void changed() {
        told(true);
    }

    private <T> T told(T outcome) {
        listeners.forEach(Runnable::run);
        return outcome;
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }
}
