package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.store.BrokenInvariantException;
import cn.dangqun.store.Halt;
import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The kiosk's facts on disk (DESIGN §4). May be used from any thread and never blocks; futures complete on the store
/// thread, after the commit, and never exceptionally: hand over at once.
public final class Ledger implements LedgerMonitor, AutoCloseable {
    /// How long facts stay after the street has them, so that it can be healed after a restore (F-94, F-98).
    public static final Duration KEPT_AFTER_ACK = Duration.ofDays(90);
    /// Long enough to print a filled sheet.
    public static final Duration SIGNATURES_KEPT_AFTER_ACK = Duration.ofDays(30);

    private static final Logger log = LoggerFactory.getLogger(Ledger.class);

    private final Path path;
    private final LedgerKeys keys;
    private final HighWater highWater;
    private final LedgerFile file;
    private final KioskClock clock;
    private final Threads threads;
    private final StoreThread store;
    private final Salvage salvage;
    private final Changeover changeover = new Changeover(this);
    private final List<LedgerReader> readers = new CopyOnWriteArrayList<>();
    private final List<Consumer<LedgerPosition>> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<LedgerPosition> position = Optional.empty();
    private final KioskTime time;
    private volatile boolean damagedFileKept;
    private volatile Salvaged salvaged = Salvaged.NOTHING;
    private volatile long vanished;
    private volatile List<String> lockedFiles = List.of();
    private volatile boolean locked;
    private boolean clockComplained;

    private Ledger(Path path, KioskClock clock, LedgerKeys keys, Projections projections, Threads threads) {
        this.path = path;
        this.keys = keys;
        this.clock = clock;
        this.time = new KioskTime(clock);
        this.highWater = new HighWater(path, threads.marking());
        this.file = new LedgerFile(path, clock, keys, projections, highWater);
        this.threads = threads;
        this.store = new StoreThread(file, time, this::publish, this::fileChanged, threads.writing(), threads.halt());
        this.salvage = new Salvage(this, file, threads.salvaging(), threads.halt());
    }

    /// Opens on the store thread, checking the file first. A disk that fails now is tried again with every work.
    public static Ledger open(Path path, KioskClock clock, LedgerKeys keys, List<Projection> projections) {
        return open(path, clock, keys, projections, Threads.own(Halt.PROCESS));
    }

    /// One that is never sealed.
    public static Ledger open(Path path, KioskClock clock, List<Projection> projections) {
        return open(path, clock, projections, Halt.PROCESS);
    }

    /// `halt` hears, after everybody who waits, of what the ledger cannot go on with.
    public static Ledger open(Path path, KioskClock clock, List<Projection> projections, Halt halt) {
        return open(path, clock, projections, Threads.own(halt));
    }

    static Ledger open(Path path, KioskClock clock, List<Projection> projections, Threads threads) {
        return open(path, clock, LedgerKeys.none(), projections, threads);
    }

    /// The same where somebody else says what runs when.
    public static Ledger open(
            Path path, KioskClock clock, LedgerKeys keys, List<Projection> projections, Threads threads) {
        var ledger = new Ledger(path, clock, keys, new Projections(projections), threads);
        ledger.store.start();
        return ledger;
    }

    /// Where the ledger writes, one work after another, where it marks how far it has come, where it reads what was set
    /// aside, and what ends the process when writing breaks. Closed with the ledger.
    public record Threads(
            ExecutorService writing, ExecutorService marking, ScheduledExecutorService salvaging, Halt halt) {
        static Threads own(Halt halt) {
            return new Threads(
                    Executors.newSingleThreadExecutor(
                            Thread.ofPlatform().daemon().name("ledger").factory()),
                    Executors.newSingleThreadExecutor(
                            Thread.ofPlatform().daemon().name("ledger-mark").factory()),
                    Salvage.thread(),
                    halt);
        }
    }

    /// Reads, decides and appends in one transaction; works are done one after another, in the order they came.
    public <T> CompletableFuture<Commit<T>> write(LedgerWork<T> work) {
        return store.submit(work);
    }

    public CompletableFuture<Commit<RecordedFact>> append(Fact fact) {
        var now = clock.read();
        return write(transaction -> transaction.append(fact, now));
    }

    /// The kiosk's identity, after every enrolment and at every start. A ledger kept under another identity is set
    /// aside, and a new one goes on.
    public CompletableFuture<Commit<Epoch>> adopt(KioskId kiosk) {
        store.belongsTo(kiosk);
        return write(transaction -> transaction.adopt(kiosk))
                .thenCompose(result -> isAdopted(result, kiosk)
                        ? CompletableFuture.completedFuture(result)
                        : write(transaction -> transaction.adopt(kiosk)))
                .whenComplete((_, _) -> {
                    salvage.belongsTo(kiosk);
                    changeover.clear();
                });
    }

    private boolean isAdopted(Commit<Epoch> result, KioskId kiosk) {
        if (result instanceof Commit.NotSaved) {
            log.warn("The ledger was not ready for kiosk {}; trying once more", kiosk);
            return false;
        }
        return true;
    }

    /// The street has everything up to `through` on its disk; `quarantined` names why it parked some of it.
    public CompletableFuture<Commit<LedgerPosition>> acknowledge(
            Epoch epoch, long through, Map<Long, String> quarantined) {
        var now = clock.read();
        return write(transaction -> transaction.acknowledge(epoch, through, quarantined, now));
    }

    /// What the street says it has at the start of a connection; less than before when it was restored from a backup.
    /// Believed only if the chain is ours; a `street` without a hash is believed.
    public CompletableFuture<Commit<LedgerPosition>> agree(Epoch epoch, ChainPosition street) {
        var now = clock.read();
        return write(transaction -> transaction.agree(epoch, street, now));
    }

    /// The street holds everything up to `through` in a backup that it has checked.
    public CompletableFuture<Commit<LedgerPosition>> backedUp(Epoch epoch, long through) {
        return write(transaction -> transaction.backedUp(epoch, through));
    }

    /// The street's clock shows `street` now.
    public void heardStreet(Instant street) {
        time.learn(street, ClockQuality.STREET).ifPresent(this::keep);
    }

    /// Staff have looked at a clock and `said` what time it is (F-74): from now on in this boot it counts, unless
    /// the street says otherwise.
    public CompletableFuture<Commit<RecordedFact>> confirmClock(Fact said, Instant wall) {
        var now = clock.read();
        var known = new Anchor(now.bootId(), now.sinceBoot(), wall, ClockQuality.CONFIRMED, ByteString.EMPTY);
        return write(transaction -> {
                    var recorded = transaction.append(said, now);
                    var anchor = known.after(transaction.head().lastHash());
                    anchor.write(transaction.db());
                    return new Confirmed(recorded, anchor);
                })
                .thenApply(commit -> switch (commit) {
                    case Commit.Done<Confirmed>(var done) -> {
                        time.confirmed(done.anchor());
                        yield new Commit.Done<>(done.fact());
                    }
                    case Commit.NotSaved<Confirmed>(var reason) -> new Commit.NotSaved<>(reason);
                });
    }

    private record Confirmed(RecordedFact fact, Anchor anchor) {}

    private void keep(Anchor anchor) {
        var _ = write(transaction -> {
                    anchor.write(transaction.db());
                    return anchor;
                })
                .thenAccept(commit -> {
                    if (commit instanceof Commit.Done<Anchor>(var kept)) {
                        time.kept(kept);
                    }
                });
    }

    /// The street has this attachment on its disk.
    public CompletableFuture<Commit<LedgerPosition>> kept(SealedId attachment) {
        return write(transaction -> transaction.kept(attachment));
    }

    /// Destroys an attachment and its key here; whatever names it stays. Done is false while the street does not have
    /// it.
    public CompletableFuture<Commit<Boolean>> forget(SealedId attachment) {
        return write(transaction -> Attachments.forget(transaction.db(), attachment));
    }

    /// The street has decided that the ledger `ended` ends: a new epoch begins in the same file, with everything
    /// the old one still holds (F-71). All of it or nothing; nobody who is signed in is forgotten. It is prepared
    /// in steps between which others write; the old ledger goes on until all is ready. What was broken off goes on
    /// with the next call, and who calls meanwhile waits for the same.
    public CompletableFuture<Commit<LedgerPosition>> restart(Epoch ended, String decision) {
        return changeover.begin(ended, decision);
    }

    /// Deletes what the street has had for [#KEPT_AFTER_ACK] by counted time and holds in a backup, if the time is
    /// known; attendance since `today` began stays in any case, and all while it is carried over. Signatures
    /// go after [#SIGNATURES_KEPT_AFTER_ACK].
    ///
    /// @return the number of facts deleted
    public CompletableFuture<Commit<Integer>> purge(Instant today) {
        var now = clock.read();
        return write(transaction ->
                transaction.purge(KEPT_AFTER_ACK, SIGNATURES_KEPT_AFTER_ACK, now, today, changeover.isUnderWay()));
    }

    /// Writes the projection anew from the facts.
    public CompletableFuture<Commit<LedgerPosition>> rebuild() {
        return write(LedgerTransaction::rebuild);
    }

    /// Completes when a work that does nothing has had its turn: true even when the disk fails, since that is an
    /// answer; false when nobody took it.
    public CompletableFuture<Boolean> answers() {
        return write(_ -> true).thenApply(commit -> switch (commit) {
            case Commit.Done<Boolean> _ -> true;
            case Commit.NotSaved<Boolean>(var reason) -> reason != Commit.Reason.BUSY && reason != Commit.Reason.CLOSED;
        });
    }

    /// Which start of which machine this is.
    public String bootId() {
        return clock.read().bootId();
    }

    /// Empty until the file is open.
    public Optional<LedgerPosition> position() {
        return position;
    }

    /// The time to decide by, and how far it is to be believed (F-74).
    public ClockReading.Decided time() {
        return time.now();
    }

    /// [#time] as an instant.
    public Instant now() {
        return time.now().instant();
    }

    /// [#now] for whoever asks a clock.
    public Clock clock() {
        return new DecidedClock(time, ZoneOffset.UTC);
    }

    private static final class DecidedClock extends Clock {
        private final KioskTime time;
        private final ZoneId zone;

        DecidedClock(KioskTime time, ZoneId zone) {
            this.time = time;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return time.now().instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new DecidedClock(time, other);
        }
    }

    /// Hears of every commit, on the store thread.
    public void onCommit(Consumer<LedgerPosition> listener) {
        listeners.add(listener);
    }

    /// What it is sealed with. After one more is kept, [#adopt] again.
    public LedgerKeys keys() {
        return keys;
    }

    /// A reader of its own connection, closed with the ledger.
    public LedgerReader newReader() {
        var reader = new LedgerReader(path, clock, keys);
        readers.add(reader);
        return reader;
    }

    @Override
    public LedgerHealth health() {
        return new LedgerHealth(damagedFileKept, doubt(), salvaged, vanished, locked);
    }

    private void publish(SqliteConnection db, LedgerHead head) throws SQLException {
        var now = head.position(db);
        position = Optional.of(now);
        time.committed(head);
        highWater.at(head);
        salvaged = SalvageStore.total(db);
        vanished = SalvageStore.vanished(db);
        locked = isLocked(db);
        complainOfClock();
        listeners.forEach(listener -> tell(listener, now));
    }

    private boolean isLocked(SqliteConnection db) throws SQLException {
        for (var each : lockedFiles) {
            if (!SalvageStore.isDone(db, each)) {
                return true;
            }
        }
        return false;
    }

    private void complainOfClock() {
        var doubt = doubt();
        if (doubt.isPresent() && !clockComplained) {
            log.warn("The clock is {} from any time that can be; staff must check the date", doubt.get());
        }
        clockComplained = doubt.isPresent();
    }

    private Optional<Duration> doubt() {
        var reading = clock.read();
        var decided = time.judge(reading);
        return decided.quality() == ClockQuality.DOUBTFUL
                ? Optional.of(Duration.between(reading.wall(), decided.instant()))
                : Optional.empty();
    }

    /// A listener that breaks must not stop the ledger.
    private static void tell(Consumer<LedgerPosition> listener, LedgerPosition now) {
        try {
            listener.accept(now);
        } catch (BrokenInvariantException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("A listener of the ledger broke", e);
        }
    }

    private void fileChanged() {
        damagedFileKept = file.isDamagedKept();
        lockedFiles = file.locked();
        readers.forEach(LedgerReader::forgetFile);
        salvage.wake();
    }

    @Override
    public void close() {
        salvage.close();
        store.close();
        threads.writing().shutdown();
        threads.marking().close();
        readers.forEach(LedgerReader::close);
    }
}
