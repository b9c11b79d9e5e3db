package cn.dangqun.kiosk.appointment;

import cn.dangqun.domain.fact.AppointmentFact;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.queue.Appointment;
import cn.dangqun.domain.queue.Appointment.Standing;
import cn.dangqun.domain.queue.AppointmentCode;
import cn.dangqun.domain.queue.AppointmentDay;
import cn.dangqun.domain.queue.AppointmentId;
import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerReader;
import cn.dangqun.kiosk.ledger.LedgerTransaction;
import cn.dangqun.kiosk.ledger.NotEnrolledException;
import cn.dangqun.kiosk.queue.AwaitedArrival;
import cn.dangqun.kiosk.queue.Misses;
import cn.dangqun.kiosk.queue.QueueCatalogue;
import cn.dangqun.kiosk.queue.QueueServices;
import cn.dangqun.kiosk.queue.QueueToday;
import cn.dangqun.kiosk.queue.TakeOutcome;
import cn.dangqun.kiosk.reference.ReferenceStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// On top of the ledger: a place is counted and kept in one transaction on the store thread, so that none is kept
/// twice; a number is given out in the transaction that records who came.
final class LedgerAppointmentDesk implements AppointmentDesk {
    private static final Logger log = LoggerFactory.getLogger(LedgerAppointmentDesk.class);

    private final Ledger ledger;
    private final LedgerReader reader;
    private final ReferenceStore reference;
    private final KioskClock clock;
    private final ZoneId zone;
    private final Supplier<Optional<KioskId>> self;
    private final QueueServices queue;
    private final Misses misses = new Misses();
    private final SecureRandom random = new SecureRandom();

    /// `self`: as the street names this kiosk to its centre.
    LedgerAppointmentDesk(
            Ledger ledger,
            ReferenceStore reference,
            KioskClock clock,
            ZoneId zone,
            Supplier<Optional<KioskId>> self,
            QueueServices queue) {
        this.ledger = ledger;
        this.reader = ledger.newReader();
        this.reference = reference;
        this.clock = clock;
        this.zone = zone;
        this.self = self;
        this.queue = queue;
    }

    private <T> T ask(LedgerReader.Question<T> question) {
        try {
            return reader.ask(question);
        } catch (SQLException e) {
            throw new UncheckedIOException("the appointments cannot be read", new IOException(e));
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(ledger.now(), zone);
    }

    @Override
    public Offers offers() {
        var now = now();
        var board = queue.board().today();
        if (board.plan().filter(this::isElsewhere).isPresent()) {
            return new Offers(List.of(), true);
        }
        var made = ask(db -> AppointmentProjection.from(db, now.toLocalDate()));
        var offers = board.plan().map(QueuePlan::appointments).orElse(List.of()).stream()
                .filter(each -> board.services().stream()
                        .anyMatch(service -> service.id().equals(each.service())))
                .map(each -> offer(board, each, made, now))
                .filter(each -> !each.times().isEmpty())
                .toList();
        return new Offers(offers, false);
    }

    /// Places of one centre are kept in one ledger.
    private boolean isElsewhere(QueuePlan plan) {
        return self.get().filter(id -> plan.isGuest(id.value())).isPresent();
    }

    private static AppointmentOffer offer(
            QueueToday board, AppointmentDay day, List<Appointment> made, LocalDateTime now) {
        var times = day.times().stream()
                .filter(at -> day.isAhead(at, now))
                .map(at -> new AppointmentOffer.Time(at, left(day, at, made, now)))
                .toList();
        return new AppointmentOffer(day, board.nameOf(day.service()), times);
    }

    private static int left(AppointmentDay day, LocalTime at, List<Appointment> made, LocalDateTime now) {
        long taken = made.stream()
                .filter(each -> each.dayId().equals(day.id()) && each.at().equals(at) && each.holdsPlace(now))
                .count();
        return (int) Math.max(0, day.places() - taken);
    }

    @Override
    public List<Kept> today() {
        var today = now().toLocalDate();
        return ask(db -> AppointmentProjection.from(db, today)).stream()
                .filter(each -> each.day().equals(today))
                .map(this::told)
                .toList();
    }

    @Override
    public FindOutcome find(AppointmentCode code) {
        var now = ledger.now();
        var paused = misses.pausedUntil(now);
        if (paused.isPresent()) {
            return new FindOutcome.Paused(paused.get());
        }
        var found = kept(each -> each.code().equals(code));
        if (found.isEmpty()) {
            misses.miss(now);
            return new FindOutcome.Unknown();
        }
        return new FindOutcome.Found(found.get());
    }

    private Optional<Kept> kept(Predicate<Appointment> which) {
        return ask(db -> AppointmentProjection.from(db, now().toLocalDate())).stream()
                .filter(which)
                .findFirst()
                .map(this::told);
    }

    private Kept told(Appointment appointment) {
        var board = queue.board().today();
        var day = board.plan().flatMap(plan -> plan.appointments(appointment.dayId()));
        return new Kept(
                appointment,
                board.nameOf(appointment.service()),
                day.map(AppointmentDay::host).orElse(""),
                appointment.standing(now()),
                day.flatMap(AppointmentDay::calledOff),
                appointment
                        .ticket()
                        .flatMap(board.queue()::find)
                        .map(each -> each.number().text()));
    }

    @Override
    public CompletableFuture<MakeOutcome> make(String plan, LocalTime at, Optional<String> staff) {
        var moment = clock.read();
        if (reference.sealing().isPresent()) {
            return CompletableFuture.completedFuture(new MakeOutcome.Sealed());
        }
        return ledger.write(transaction -> make(transaction, moment, plan, at, staff))
                .thenApply(commit -> switch (commit) {
                    case Commit.Done<Optional<Kept>>(var made) ->
                        made.<MakeOutcome>map(MakeOutcome.Made::new).orElseGet(MakeOutcome.Gone::new);
                    case Commit.NotSaved<Optional<Kept>> _ -> new MakeOutcome.NotSaved();
                });
    }

    /// Told from what is in hand: once it is on the disk, nothing that has to be read may hide it.
    private Optional<Kept> make(
            LedgerTransaction transaction, ClockReading moment, String plan, LocalTime at, Optional<String> staff)
            throws SQLException, NotEnrolledException {
        var now = LocalDateTime.ofInstant(transaction.judge(moment).instant(), zone);
        var catalogue = QueueCatalogue.of(reference.index());
        var day = catalogue.plan().filter(each -> !isElsewhere(each)).flatMap(each -> each.appointments(plan));
        var made = AppointmentProjection.from(transaction.db(), now.toLocalDate());
        if (day.isEmpty() || !day.get().isAhead(at, now) || left(day.get(), at, made, now) == 0) {
            return Optional.empty();
        }
        var appointment = Appointment.made(
                AppointmentId.draw(random),
                unused(made),
                plan,
                day.get().service(),
                day.get().day(),
                at);
        transaction.append(
                new AppointmentFact.Made(
                        appointment.id(),
                        appointment.code(),
                        plan,
                        appointment.service(),
                        appointment.day(),
                        at,
                        staff),
                moment);
        var service = catalogue.service(appointment.service()).map(ServiceItem::name);
        return Optional.of(new Kept(
                appointment,
                service.orElse(appointment.service().value()),
                day.get().host(),
                appointment.standing(now),
                Optional.empty(),
                Optional.empty()));
    }

    private AppointmentCode unused(List<Appointment> made) {
        while (true) {
            var code = AppointmentCode.draw(random);
            if (made.stream().noneMatch(each -> each.code().equals(code))) {
                return code;
            }
        }
    }

    @Override
    public CompletableFuture<ArriveOutcome> arrive(AppointmentId appointment) {
        return CompletableFuture.supplyAsync(() -> kept(each -> each.id().equals(appointment)), Runnable::run)
                .thenCompose(known -> known.isEmpty()
                        ? CompletableFuture.<ArriveOutcome>completedFuture(new ArriveOutcome.NoNumber())
                        : arrive(known.get()))
                .exceptionally(problem -> {
                    log.error("Nobody knows who is expected", problem);
                    return new ArriveOutcome.NotSaved();
                });
    }

    private CompletableFuture<ArriveOutcome> arrive(Kept known) {
        if (known.standing() != Standing.DUE || known.calledOff().isPresent()) {
            return CompletableFuture.completedFuture(new ArriveOutcome.Otherwise(known));
        }
        var id = known.appointment().id();
        return queue.desk()
                .takeKept(known.appointment().service(), new Expected(id))
                .thenApply(outcome -> switch (outcome) {
                    case TakeOutcome.Taken(var slip) -> new ArriveOutcome.Here(slip);
                    case TakeOutcome.NotSaved _ -> new ArriveOutcome.NotSaved();
                    case TakeOutcome.NotOffered _ -> again(id);
                    case TakeOutcome.Closed _, TakeOutcome.Full _, TakeOutcome.KioskSealed _ ->
                        new ArriveOutcome.NoNumber();
                });
    }

    /// Somebody pressed twice, or the window no longer serves it.
    private ArriveOutcome again(AppointmentId id) {
        return kept(each -> each.id().equals(id))
                .filter(each -> each.standing() != Standing.DUE)
                .<ArriveOutcome>map(ArriveOutcome.Otherwise::new)
                .orElseGet(ArriveOutcome.NoNumber::new);
    }

    private record Expected(AppointmentId appointment) implements AwaitedArrival {
        @Override
        public boolean isAwaited(SqliteConnection db, LocalDateTime now) throws SQLException {
            return AppointmentProjection.find(db, appointment)
                    .filter(each -> each.standing(now) == Standing.DUE)
                    .isPresent();
        }

        @Override
        public Fact with(TicketId number) {
            return new AppointmentFact.Arrived(appointment, number);
        }
    }

    @Override
    public CompletableFuture<Boolean> cancel(AppointmentId appointment, Optional<String> staff) {
        return ledger.append(new AppointmentFact.Cancelled(appointment, staff))
                .thenApply(commit -> commit instanceof Commit.Done);
    }
}
