package cn.dangqun.kiosk.staff;

import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.store.Attempts;
import cn.dangqun.store.SecretVerifier;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks PINs against the verifiers the street sent, one after another on a thread of its own. Every try is
/// counted on disk before it is judged, and the corner opens only after the unlocking is a fact (F-80).
final class LedgerStaffDesk implements StaffDesk, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LedgerStaffDesk.class);
    private static final long CLOSING_SECONDS = 3;
    static final int FREE_TRIES = 5;
    private static final Attempts.Pauses PAUSES = new Attempts.Pauses(
            FREE_TRIES,
            IntStream.of(1, 2, 5, 15, 60).mapToObj(Duration::ofMinutes).toList());

    private final Ledger ledger;
    private final ReferenceStore reference;
    private final Clock clock;
    private final LockOutStore lockOuts;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("staff").factory());

    /// `file`: where wrong tries are counted.
    public LedgerStaffDesk(Ledger ledger, ReferenceStore reference, Path file, Clock clock) {
        this.ledger = ledger;
        this.reference = reference;
        this.clock = clock;
        this.lockOuts = new LockOutStore(file, clock);
    }

    @Override
    public List<StaffMember> staff() {
        return reference.index().items(ReferenceItem.Staff.class).stream()
                .sorted(Comparator.comparing(ReferenceItem.Staff::id))
                .map(LedgerStaffDesk::shown)
                .toList();
    }

    private static StaffMember shown(ReferenceItem.Staff staff) {
        return new StaffMember(staff.id(), staff.name(), staff.duty(), staff.role());
    }

    @Override
    public CompletableFuture<Unlock> unlock(String staffId, String pin) {
        return CompletableFuture.supplyAsync(() -> judge(staffId, pin), thread);
    }

    private Unlock judge(String staffId, String pin) {
        try {
            var before = lockOuts.of(staffId);
            var now = clock.instant();
            if (before.isPausedAt(now)) {
                return new Unlock.LockedOut(before.until().orElse(now));
            }
            if (pin.isBlank()) {
                return new Unlock.WrongPin(before.left(PAUSES));
            }
            var counted = before.afterFailure(now, PAUSES);
            lockOuts.keep(staffId, counted);
            var person = reference.index().items(ReferenceItem.Staff.class).stream()
                    .filter(each -> each.id().equals(staffId))
                    .filter(each -> accepts(each, pin))
                    .findFirst();
            return person.isPresent() ? open(person.get(), before) : wrong(staffId, counted);
        } catch (SQLException e) {
            log.error("Wrong tries cannot be counted, so the staff corner stays shut: {}", e.getMessage());
            return new Unlock.NotSaved();
        }
    }

    private static boolean accepts(ReferenceItem.Staff staff, String pin) {
        var verifier = SecretVerifier.parse(staff.pinVerifier());
        if (verifier.isEmpty()) {
            log.warn("The PIN verifier of staff {} cannot be used", staff.id());
        }
        return verifier.filter(each -> each.accepts(pin)).isPresent();
    }

    private static Unlock wrong(String staffId, Attempts counted) {
        log.info("Wrong PIN for staff {}, {} in a row", staffId, counted.failures());
        return counted.until()
                .<Unlock>map(Unlock.LockedOut::new)
                .orElseGet(() -> new Unlock.WrongPin(counted.left(PAUSES)));
    }

    private Unlock open(ReferenceItem.Staff person, Attempts before) throws SQLException {
        return switch (ledger.append(new StaffFact.StaffUnlocked(person.id())).join()) {
            case Commit.Done<RecordedFact> _ -> {
                lockOuts.keep(person.id(), Attempts.NONE);
                log.info("Staff {} unlocked the staff corner", person.id());
                yield new Unlock.Unlocked(shown(person));
            }
            case Commit.NotSaved<RecordedFact>(var reason) -> {
                log.error("The unlocking by staff {} was not saved: {}", person.id(), reason);
                lockOuts.keep(person.id(), before);
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
        lockOuts.close();
    }
}
