package cn.dangqun.kiosk.reference;

import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.db.DiskCipher;
import cn.dangqun.kiosk.db.DiskKey;
import cn.dangqun.protocol.ReferencePages;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.protocol.wire.ReferencePage;
import cn.dangqun.store.SqliteFault;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the street sent, on disk and in memory. May be used from any thread; only [#open] waits for the disk. Changes
/// are applied one after another on the reference thread; the index is swapped as a whole after each page. A
/// snapshot of several pages is kept aside until its last page is there: nobody is unknown because a line is slow or
/// fails.
public final class ReferenceStore implements AutoCloseable {
    /// Without contact for so long, the roster is sealed.
    public static final Duration LONGEST_SILENCE = Duration.ofDays(30);

    private static final Duration CONTACT_GRAIN = Duration.ofMinutes(10);
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(ReferenceStore.class);

    private final Path path;
    private final DiskCipher cipher;
    private final Clock clock;
    private final ExecutorService thread;
    private final Map<ReferenceFile.Key, ReferenceItem> items = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private @Nullable ReferenceFile file;
    private volatile ReferenceIndex index = ReferenceIndex.EMPTY;
    private volatile ReferenceFile.Roster roster = new ReferenceFile.Roster(0, "");
    private volatile Optional<ReferenceFile.Snapshot> next = Optional.empty();
    private volatile Optional<Instant> contact = Optional.empty();
    private volatile boolean revoked;

    private ReferenceStore(Path path, DiskCipher cipher, Clock clock, ExecutorService thread) {
        this.path = path;
        this.cipher = cipher;
        this.clock = clock;
        this.thread = thread;
    }

    /// Loads what is on disk. A file that cannot be used is deleted: the street sends everything anew.
    ///
    /// `credentials`: systemd's credentials directory, where the key may be.
    public static ReferenceStore open(Path path, Optional<Path> credentials, Clock clock) throws IOException {
        return open(
                path,
                credentials,
                clock,
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("reference").factory()));
    }

    /// The same where `thread` runs one work after another; it is closed with the store.
    public static ReferenceStore open(Path path, Optional<Path> credentials, Clock clock, ExecutorService thread)
            throws IOException {
        var store = new ReferenceStore(path, DiskKey.ofRoster(path, credentials), clock, thread);
        store.onThread(store::load).join();
        return store;
    }

    public ReferenceIndex index() {
        return index;
    }

    /// `changed` runs after a page is in force, before the street is told so; on the reference thread.
    public void onChange(Runnable changed) {
        listeners.add(changed);
    }

    /// Number of the last change in force.
    public long applied() {
        return roster.applied();
    }

    /// Number of the last change that has come, in force or of a snapshot that is arriving; 0 asks the street for one.
    public long received() {
        return next.map(ReferenceFile.Snapshot::roster).orElse(roster).applied();
    }

    /// Names the secret under which the cards in force are kept; empty when nobody noted it.
    public String cards() {
        return roster.cards();
    }

    /// When the street last answered.
    public Optional<Instant> contact() {
        return contact;
    }

    /// Why the roster must not be used now.
    public Optional<Sealing> sealing() {
        if (revoked) {
            return Optional.of(Sealing.REVOKED);
        }
        return contact.map(last -> Duration.between(last, clock.instant()))
                .filter(silence -> silence.compareTo(LONGEST_SILENCE) > 0)
                .map(_ -> Sealing.OUT_OF_CONTACT);
    }

    /// Verifies the page, stores it with its position in one transaction, then swaps the index (F-60).
    ///
    /// `cards` names the secret under which the street keeps cards for this kiosk on this connection.
    public CompletableFuture<PageOutcome> apply(ReferencePage page, String cards) {
        return onThread(() -> applyNow(page, cards));
    }

    /// The street answered; kept on disk to within ten minutes.
    public void contacted() {
        var now = clock.instant();
        var last = contact;
        contact = Optional.of(now);
        if (last.isEmpty() || Duration.between(last.get(), now).abs().compareTo(CONTACT_GRAIN) > 0) {
            var _ = keep(open -> open.contacted(now));
        }
    }

    /// The street lets this kiosk in: a revocation, if there was one, has been lifted.
    public void welcomed() {
        if (revoked) {
            revoked = false;
            var _ = keep(ReferenceFile::unseal);
        }
        contacted();
    }

    /// The street has revoked this kiosk: the roster stays sealed, also after a restart, until the street welcomes it.
    public CompletableFuture<Boolean> seal() {
        revoked = true;
        return keep(ReferenceFile::seal);
    }

    /// A new enrolment: forgets everything the old identity was sent.
    public CompletableFuture<Boolean> reset() {
        return onThread(() -> {
            var done = inFile(ReferenceFile::reset);
            load();
            return done;
        });
    }

    private interface Writing {
        void in(ReferenceFile file) throws SQLException;
    }

    private CompletableFuture<Boolean> keep(Writing writing) {
        return onThread(() -> inFile(writing));
    }

    private boolean inFile(Writing writing) {
        try {
            if (file == null) {
                load();
            }
            if (file == null) {
                return false;
            }
            writing.in(file);
            return true;
        } catch (SQLException e) {
            log.error("The reference file cannot be written: {}", e.getMessage());
            letGo();
            return false;
        }
    }

    private PageOutcome applyNow(ReferencePage page, String cards) {
        try {
            ReferencePages.verify(page);
        } catch (UnreadableException e) {
            log.warn("A reference page is refused: {}", e.getMessage());
            return new PageOutcome.Damaged();
        }
        boolean follows = page.getSnapshotStart() || page.getAfter() == received();
        if (!follows || page.getThrough() < page.getAfter()) {
            return new PageOutcome.OutOfOrder(received());
        }
        var changes = new ArrayList<ReferenceFile.Received>();
        for (var bytes : page.getChangesList()) {
            ReferenceFile.decode(bytes.toByteArray())
                    .ifPresent(change -> changes.add(new ReferenceFile.Received(change, bytes)));
        }
        boolean done = snapshot(page, cards)
                .map(arriving -> keepAside(page, arriving, changes))
                .orElseGet(() -> putInForce(page, cards, changes));
        return done ? new PageOutcome.Applied(page.getThrough()) : new PageOutcome.NotSaved();
    }

    /// The snapshot as it stands with this page; empty when the page changes what is in force at once.
    private Optional<ReferenceFile.Snapshot> snapshot(ReferencePage page, String cards) {
        if (page.getSnapshotStart()) {
            var first = new ReferenceFile.Snapshot(
                    new ReferenceFile.Roster(page.getThrough(), cards), page.getSnapshotThrough());
            return Optional.of(first).filter(each -> !each.isWhole() && !items.isEmpty());
        }
        return next.map(arriving -> new ReferenceFile.Snapshot(
                new ReferenceFile.Roster(page.getThrough(), arriving.roster().cards()), arriving.whole()));
    }

    private boolean keepAside(
            ReferencePage page, ReferenceFile.Snapshot arriving, List<ReferenceFile.Received> changes) {
        if (!inFile(open -> open.storeNext(page.getSnapshotStart(), changes, arriving))) {
            return false;
        }
        next = Optional.of(arriving);
        if (!arriving.isWhole()) {
            log.info(
                    "A snapshot has come through {} of {}; what is in force stays",
                    page.getThrough(),
                    arriving.whole());
            return true;
        }
        var former = index;
        var secret = roster.cards();
        // a file that turns out damaged here begins empty: then the street is to send everything once more
        if (!load() || roster.applied() != page.getThrough()) {
            return false;
        }
        // under the same secret a card that has not come anew is nobody's any more
        index = roster.cards().equals(secret) ? index : index.inPlaceOf(former);
        changed(changes.size());
        return true;
    }

    private boolean putInForce(ReferencePage page, String cards, List<ReferenceFile.Received> changes) {
        boolean anew = page.getSnapshotStart();
        var now = new ReferenceFile.Roster(page.getThrough(), anew ? cards : roster.cards());
        if (!inFile(open -> open.store(anew, changes, now))) {
            return false;
        }
        if (anew) {
            items.clear();
            next = Optional.empty();
        }
        changes.forEach(received -> take(received.change()));
        var arrived = new ReferenceIndex(items.values());
        index = now.cards().equals(roster.cards()) ? arrived : arrived.inPlaceOf(index);
        roster = now;
        changed(changes.size());
        return true;
    }

    private void changed(int changes) {
        log.info(
                "Reference applied through {}: {} changes, {} items in force", roster.applied(), changes, items.size());
        listeners.forEach(Runnable::run);
    }

    private void take(ReferenceChange change) {
        var key = new ReferenceFile.Key(change.kind(), change.id());
        change.item().ifPresentOrElse(item -> items.put(key, item), () -> items.remove(key));
    }

    private boolean load() {
        letGo();
        try {
            read();
            return true;
        } catch (UnusableFileException e) {
            log.error("The reference file is unusable and comes anew from the street: {}", e.getMessage());
        } catch (SQLException e) {
            log.error("The reference file cannot be read: {}", e.getMessage());
            if (!SqliteFault.isDamage(e)) {
                return false;
            }
        }
        return begin();
    }

    private boolean begin() {
        letGo();
        try {
            ReferenceFile.delete(path);
            read();
            return true;
        } catch (IOException | SQLException | UnusableFileException e) {
            log.error("A new reference file cannot be made: {}", e.getMessage());
            letGo();
            return false;
        }
    }

    private void read() throws SQLException, UnusableFileException {
        var opened = ReferenceFile.open(path, cipher);
        file = opened;
        var content = opened.read();
        items.clear();
        content.items().forEach(this::take);
        index = new ReferenceIndex(items.values());
        roster = content.state().roster();
        next = content.state().next();
        contact = content.state().contact();
        revoked = content.state().revoked();
    }

    private void letGo() {
        var last = file;
        file = null;
        if (last != null) {
            try {
                last.close();
            } catch (SQLException e) {
                log.warn("The reference file did not close: {}", e.getMessage());
            }
        }
    }

    private <T> CompletableFuture<T> onThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, thread);
    }

    @Override
    public void close() {
        if (thread.isShutdown()) {
            return;
        }
        thread.execute(this::letGo);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                log.error("The disk did not let the reference file close within {}", CLOSING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
