package cn.dangqun.kiosk.request;

import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.RequestFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestStanding;
import cn.dangqun.domain.request.RequestState.Taken;
import cn.dangqun.domain.request.RequestStep;
import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerReader;
import cn.dangqun.kiosk.ledger.LedgerTransaction;
import cn.dangqun.kiosk.ledger.NotEnrolledException;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.protocol.ResidentNote;
import cn.dangqun.protocol.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The work on top of the ledger: every step is judged and recorded in one transaction.
final class LedgerRequestWork implements RequestWork {
    private static final Logger log = LoggerFactory.getLogger(LedgerRequestWork.class);
    private static final List<RequestStep> OWN = List.of(
            RequestStep.ACCEPTED,
            RequestStep.IN_PROGRESS,
            RequestStep.WAITING_MATERIAL,
            RequestStep.DONE,
            RequestStep.TRANSFERRED,
            RequestStep.ESCALATED);
    private static final List<RequestStep> OFFERED = List.of(RequestStep.ACCEPTED, RequestStep.DECLINED);

    private final Ledger ledger;
    private final LedgerReader reader;
    private final ReferenceStore reference;
    private final KioskClock clock;
    private final SecureRandom random = new SecureRandom();

    LedgerRequestWork(Ledger ledger, ReferenceStore reference, KioskClock clock) {
        this.ledger = ledger;
        this.reader = ledger.newReader();
        this.reference = reference;
        this.clock = clock;
    }

    private interface Question<T> {
        T of(RequestBook book) throws SQLException;
    }

    private <T> T ask(Question<T> question) {
        try {
            return reader.ask(db -> question.of(new RequestBook(reference.index(), new RequestRows(db))));
        } catch (SQLException e) {
            throw new UncheckedIOException("requests cannot be read", new IOException(e));
        }
    }

    @Override
    public List<RequestStanding> here() {
        var site = reference.index().site().map(ReferenceItem.Site::organization);
        var staff = reference.index().items(ReferenceItem.Staff.class).stream()
                .map(each -> Answerer.staff(each.id()))
                .collect(Collectors.toUnmodifiableSet());
        return ask(book -> {
            var own =
                    book.rows().all().stream().map(RequestRows.Filed::request).collect(Collectors.toUnmodifiableSet());
            return book.all().stream()
                    .filter(each -> own.contains(each.request())
                            || site.filter(each.organization()::equals).isPresent()
                            || staff.contains(each.state().answers())
                            || each.state().offered().filter(staff::contains).isPresent())
                    .sorted(Comparator.<RequestStanding, Instant>comparing(
                                    each -> each.state().closed().orElse(Instant.MAX), Comparator.reverseOrder())
                            .thenComparing(each -> each.state().due().orElse(LocalDate.MAX))
                            .thenComparing(RequestStanding::day)
                            .thenComparing(RequestStanding::request))
                    .toList();
        });
    }

    @Override
    public Optional<RequestStanding> one(String request) {
        return ask(book -> book.one(request));
    }

    @Override
    public List<RequestStep> acts(RequestStanding standing, String staff) {
        var me = Answerer.staff(staff);
        var anybody = Optional.of(Answerer.staff("-"));
        boolean mine = standing.state().answers().equals(me);
        boolean offered = standing.state().offered().filter(me::equals).isPresent();
        return OWN.stream()
                .filter(step -> mine
                        && !(step == RequestStep.ACCEPTED
                                && standing.state().offered().isPresent()))
                .collect(Collectors.collectingAndThen(Collectors.toList(), own -> offered ? OFFERED : own))
                .stream()
                .filter(step -> standing.state()
                        .after(new Taken(step, anybody, Optional.empty(), Instant.MAX))
                        .isPresent())
                .toList();
    }

    private static boolean isFor(RequestStanding standing, Answerer me) {
        return standing.state().answers().equals(me)
                || standing.state().offered().filter(me::equals).isPresent();
    }

    @Override
    public boolean mayOpen(RequestStanding standing, String staff) {
        var me = Answerer.staff(staff);
        return isFor(standing, me)
                || ask(book -> book.rows().filed(standing.request()))
                        .filter(each -> each.responder().equals(me))
                        .isPresent();
    }

    @Override
    public List<RequestOffer.Responder> others(RequestStanding standing) {
        return reference.index().items(ReferenceItem.Staff.class).stream()
                .filter(each -> each.role().may(StaffAct.CALL_NUMBERS))
                .filter(each -> !standing.state().answers().equals(Answerer.staff(each.id())))
                .sorted(Comparator.comparing(ReferenceItem.Staff::name).thenComparing(ReferenceItem.Staff::id))
                .map(each -> new RequestOffer.Responder(each.id(), each.name(), each.duty()))
                .toList();
    }

    @Override
    public CompletableFuture<WorkOutcome> advance(Act act, Predicate<RequestStanding> seen, String staff) {
        var moment = clock.read();
        return ledger.write(transaction -> advance(transaction, moment, act, seen, staff))
                .thenApply(commit -> switch (commit) {
                    case Commit.Done<WorkOutcome>(var outcome) -> outcome;
                    case Commit.NotSaved<WorkOutcome> _ -> WorkOutcome.NOT_SAVED;
                });
    }

    private WorkOutcome advance(
            LedgerTransaction transaction, ClockReading moment, Act act, Predicate<RequestStanding> seen, String staff)
            throws SQLException, NotEnrolledException {
        var found = new RequestBook(reference.index(), new RequestRows(transaction.db())).one(act.request());
        if (found.isEmpty() || !seen.test(found.get())) {
            return WorkOutcome.STANDS;
        }
        var to = act.to()
                .filter(each -> others(found.get()).stream()
                        .anyMatch(other -> other.id().equals(each)));
        boolean isHandover = act.step() == RequestStep.TRANSFERRED;
        if (!acts(found.get(), staff).contains(act.step()) || isHandover != to.isPresent()) {
            return WorkOutcome.NOT_YOURS;
        }
        append(transaction, moment, act.request(), act.step(), to, act.words(), staff);
        return WorkOutcome.DONE;
    }

    private void append(
            LedgerTransaction transaction,
            ClockReading moment,
            String request,
            RequestStep step,
            Optional<String> to,
            String words,
            String staff)
            throws SQLException, NotEnrolledException {
        transaction.append(
                new RequestFact.Advanced(
                        request,
                        step,
                        Optional.empty(),
                        to.map(Answerer::staff),
                        words.isEmpty()
                                ? Optional.empty()
                                : Optional.of(transaction.attach(
                                        ResidentNote.words(words).encode(), random)),
                        Answerer.staff(staff)),
                moment);
    }

    @Override
    public CompletableFuture<Opened> open(String request, String staff) {
        var moment = clock.read();
        return ledger.write(transaction -> opening(transaction, moment, request, staff))
                .thenApply(commit -> switch (commit) {
                    case Commit.Done<Opening>(var opening) -> read(opening);
                    case Commit.NotSaved<Opening> _ -> new Opened.NotSaved();
                });
    }

    /// What is to be read once that somebody reads it is on the disk.
    private record Opening(boolean theirs, Optional<SealedId> applicant, List<SealedId> said) {}

    private Opening opening(LedgerTransaction transaction, ClockReading moment, String request, String staff)
            throws SQLException, NotEnrolledException {
        var rows = new RequestRows(transaction.db());
        var found = new RequestBook(reference.index(), rows).one(request);
        var filed = rows.filed(request);
        var me = Answerer.staff(staff);
        boolean theirs = found.filter(each -> isFor(each, me)).isPresent()
                || filed.filter(each -> each.responder().equals(me)).isPresent();
        var opening = new Opening(
                theirs,
                filed.flatMap(RequestRows.Filed::applicant),
                rows.steps(request).stream()
                        .flatMap(each -> each.words().stream())
                        .toList());
        if (theirs && (opening.applicant().isPresent() || !opening.said().isEmpty())) {
            append(transaction, moment, request, RequestStep.OPENED, Optional.empty(), "", staff);
        }
        return opening;
    }

    private Opened read(Opening opening) {
        if (!opening.theirs()) {
            return new Opened.NotYours();
        }
        var resident = opening.applicant().flatMap(this::note);
        var said = opening.said().stream()
                .flatMap(each -> note(each).stream())
                .map(ResidentNote::words)
                .toList();
        return resident.isEmpty() && said.isEmpty() ? new Opened.NotHere() : new Opened.Words(resident, said);
    }

    private Optional<ResidentNote> note(SealedId id) {
        try {
            var sealed = reader.attachment(id);
            return sealed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ResidentNote.decode(sealed.get().open()));
        } catch (SQLException | GeneralSecurityException | UnreadableException e) {
            log.warn("What a resident said cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }
}
