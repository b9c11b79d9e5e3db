package cn.dangqun.kiosk.staff;

import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.staff.PinRule;
import cn.dangqun.domain.staff.Rota;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.ui.NameOrder;
import cn.dangqun.store.Attempts;
import cn.dangqun.store.SecretVerifier;
import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks PINs against the verifiers the street sent, one after another on a thread of its own. Every try is
/// counted on disk before it is judged, and the corner opens only after the unlocking is a fact (F-80).
final class LedgerStaffDesk implements StaffDesk, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LedgerStaffDesk.class);
    private static final long CLOSING_SECONDS = 3;
    static final int FREE_TRIES = 5;
    private static final SecretVerifier.Cost PIN_COST = new SecretVerifier.Cost(32 * 1024, 3);
    private static final Attempts.Pauses PAUSES = new Attempts.Pauses(
            FREE_TRIES,
            IntStream.of(1, 2, 5, 15, 60).mapToObj(Duration::ofMinutes).toList());

    private final Ledger ledger;
    private final ReferenceStore reference;
    private final Clock clock;
    private final ZoneId zone;
    private final Function<ContentId, Optional<byte[]>> photos;
    private final PinStore pins;
    private final SecureRandom random = new SecureRandom();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("staff").factory());

    /// `photos`: what came of a content file, from disk; `file`: where wrong tries are counted.
    public LedgerStaffDesk(
            Ledger ledger,
            ReferenceStore reference,
            Function<ContentId, Optional<byte[]>> photos,
            Path file,
            Clock clock,
            ZoneId zone) {
        this.ledger = ledger;
        this.reference = reference;
        this.photos = photos;
        this.clock = clock;
        this.zone = zone;
        this.pins = new PinStore(file, clock);
    }

    @Override
    public List<StaffMember> staff() {
        return reference.index().items(ReferenceItem.Staff.class).stream()
                .sorted(NameOrder.of(ReferenceItem.Staff::name).thenComparing(ReferenceItem.Staff::id))
                .map(LedgerStaffDesk::shown)
                .toList();
    }

    @Override
    public Duty onDuty() {
        var rota = reference.index().site().map(ReferenceItem.Site::rota).orElse(Rota.NONE);
        if (rota.isBlank()) {
            return new Duty.Unsaid();
        }
        var now = LocalDateTime.ofInstant(clock.instant(), zone);
        var people = rota.at(now).stream()
                .flatMap(turn ->
                        person(turn.staff())
                                .map(staff -> new Duty.Person(staff.name(), turn.to(), portrait(staff)))
                                .stream())
                .toList();
        return people.isEmpty() ? new Duty.Nobody(now.toLocalDate(), rota.nextAfter(now)) : new Duty.Here(people);
    }

    private Optional<Portrait> portrait(ReferenceItem.Staff staff) {
        return staff.photo()
                .flatMap(photo -> photos.apply(photo.id()))
                .map(jpeg -> new Portrait(ByteString.copyFrom(jpeg)));
    }

    private static StaffMember shown(ReferenceItem.Staff staff) {
        return new StaffMember(staff.id(), staff.name(), staff.duty(), staff.role());
    }

    @Override
    public Optional<Instant> turnsEnd(String staffId) {
        var rota = reference.index().site().map(ReferenceItem.Site::rota).orElse(Rota.NONE);
        var today = LocalDateTime.ofInstant(clock.instant(), zone).toLocalDate();
        return rota.on(today).stream()
                .filter(turn -> turn.staff().equals(staffId))
                .map(Rota.Turn::to)
                .max(Comparator.naturalOrder())
                .map(end -> today.atTime(end).atZone(zone).toInstant());
    }

    @Override
    public CompletableFuture<Unlock> unlock(String staffId, String pin) {
        return CompletableFuture.supplyAsync(() -> judge(staffId, staffId, pin), thread);
    }

    @Override
    public CompletableFuture<Unlock> unlockFrom(String place, String staffId, String pin) {
        return CompletableFuture.supplyAsync(() -> judgeFrom(place, staffId, pin), thread);
    }

    /// Each place that is known counts for itself, all others together: so that they are few, whoever tries.
    private Unlock judgeFrom(String place, String staffId, String pin) {
        try {
            boolean known = pins.knows(staffId, place);
            var verdict = judge(staffId, staffId + (known ? " from " + place : " from elsewhere"), pin);
            if (verdict instanceof Unlock.Unlocked && !known) {
                pins.know(staffId, place);
            }
            return verdict;
        } catch (SQLException e) {
            log.error("Nobody can say from where staff {} comes: {}", staffId, e.getMessage());
            return new Unlock.NotSaved();
        }
    }

    @Override
    public CompletableFuture<Unlock> choosePin(String staffId, String code, String pin) {
        return CompletableFuture.supplyAsync(
                () -> judge(staffId, staffId, code) instanceof Unlock.CodeAccepted && PinRule.isGood(pin)
                        ? choose(staffId, pin)
                        : new Unlock.NotSaved(),
                thread);
    }

    /// `counter`: for whom the tries are counted.
    private Unlock judge(String staffId, String counter, String pin) {
        try {
            var before = pins.of(counter);
            var now = clock.instant();
            if (before.isPausedAt(now)) {
                return new Unlock.LockedOut(before.until().orElse(now));
            }
            if (pin.isBlank()) {
                return new Unlock.WrongPin(before.left(PAUSES));
            }
            var counted = before.afterFailure(now, PAUSES);
            pins.keep(counter, counted);
            var person = person(staffId);
            if (person.isPresent() && accepts(person.get(), pin)) {
                return open(person.get(), counter, before);
            }
            if (person.isPresent() && isCode(person.get(), pin)) {
                pins.keep(counter, before);
                return new Unlock.CodeAccepted(shown(person.get()));
            }
            return wrong(staffId, counted);
        } catch (SQLException e) {
            log.error("Wrong tries cannot be counted, so the staff corner stays shut: {}", e.getMessage());
            return new Unlock.NotSaved();
        }
    }

    private Optional<ReferenceItem.Staff> person(String staffId) {
        return reference.index().items(ReferenceItem.Staff.class).stream()
                .filter(each -> each.id().equals(staffId))
                .findFirst();
    }

    /// A PIN that was chosen here counts until the street has another word.
    private boolean accepts(ReferenceItem.Staff staff, String pin) throws SQLException {
        var verifier = chosen(staff).orElse(staff.pinVerifier());
        return !verifier.isEmpty() && verifies(staff, verifier, pin);
    }

    private Optional<String> chosen(ReferenceItem.Staff staff) throws SQLException {
        return staff.code().isPresent()
                ? pins.chosen(staff.id(), staff.code().get().id())
                : Optional.empty();
    }

    /// Once only: what was chosen with it stands.
    private boolean isCode(ReferenceItem.Staff staff, String typed) throws SQLException {
        var open = staff.code().filter(code -> code.isOpenAt(clock.instant()));
        return open.isPresent()
                && chosen(staff).isEmpty()
                && verifies(staff, open.get().verifier(), typed);
    }

    private static boolean verifies(ReferenceItem.Staff staff, String verifier, String typed) {
        var parsed = SecretVerifier.parse(verifier);
        if (parsed.isEmpty()) {
            log.warn("The PIN verifier of staff {} cannot be used", staff.id());
        }
        return parsed.filter(each -> each.accepts(typed)).isPresent();
    }

    /// The fact first: a PIN that the street never hears of would be another one at each kiosk.
    private Unlock choose(String staffId, String pin) {
        try {
            var person = person(staffId);
            var code = person.flatMap(ReferenceItem.Staff::code);
            if (person.isEmpty() || code.isEmpty()) {
                return new Unlock.NotSaved();
            }
            var verifier = SecretVerifier.encode(pin, PIN_COST, random);
            return switch (ledger.append(
                            new StaffFact.PinChosen(staffId, code.get().id(), verifier))
                    .join()) {
                case Commit.Done<RecordedFact> _ -> {
                    pins.choose(staffId, code.get().id(), verifier);
                    yield open(person.get(), staffId, Attempts.NONE);
                }
                case Commit.NotSaved<RecordedFact>(var reason) -> {
                    log.error("The PIN that staff {} chose was not saved: {}", staffId, reason);
                    yield new Unlock.NotSaved();
                }
            };
        } catch (SQLException e) {
            log.error("The PIN that staff {} chose cannot be kept here: {}", staffId, e.getMessage());
            return new Unlock.NotSaved();
        }
    }

    private static Unlock wrong(String staffId, Attempts counted) {
        log.info("Wrong PIN for staff {}, {} in a row", staffId, counted.failures());
        return counted.until()
                .<Unlock>map(Unlock.LockedOut::new)
                .orElseGet(() -> new Unlock.WrongPin(counted.left(PAUSES)));
    }

    private Unlock open(ReferenceItem.Staff person, String counter, Attempts before) throws SQLException {
        return switch (ledger.append(new StaffFact.StaffUnlocked(person.id())).join()) {
            case Commit.Done<RecordedFact> _ -> {
                pins.keep(counter, Attempts.NONE);
                log.info("Staff {} unlocked the staff corner", person.id());
                yield new Unlock.Unlocked(shown(person));
            }
            case Commit.NotSaved<RecordedFact>(var reason) -> {
                log.error("The unlocking by staff {} was not saved: {}", person.id(), reason);
                pins.keep(counter, before);
                yield new Unlock.NotSaved();
            }
        };
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                log.warn("A PIN was still being judged after {} s", CLOSING_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pins.close();
    }
}
