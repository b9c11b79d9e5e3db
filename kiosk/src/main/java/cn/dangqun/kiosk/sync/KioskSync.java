package cn.dangqun.kiosk.sync;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.kiosk.content.ContentFiles;
import cn.dangqun.kiosk.db.DiskCipher;
import cn.dangqun.kiosk.ledger.ClockGuard;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerPosition;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.sync.SyncStatus.Link;
import cn.dangqun.protocol.LedgerKey;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The kiosk's end of the sync protocol: enrolment, the connection, and what staff see of both (DESIGN §5). Runs on a
/// network thread and workers of its own; the check-in path never waits for any of it.
public final class KioskSync implements SyncMonitor, EnrolmentDesk, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KioskSync.class);
    private static final long CLOSING_SECONDS = 3;

    private final Ledger ledger;
    private final ReferenceStore reference;
    private final ContentFiles content;
    private final IdentityFile identityFile;
    private final PendingEnrolment pending;
    private final WindowCertificate window;
    private final Events events;
    private final StreetClock streetClock;
    private final String fingerprint;
    private final SyncGround ground;
    private final SyncClient client;
    private final EventExecutor loop;
    private final ExecutorService workers;
    private final List<Consumer<SyncStatus>> listeners = new CopyOnWriteArrayList<>();
    private volatile Link link = new Link.NotEnrolled();

    /// What the rest of the kiosk does about where it stands with the street. Called on threads of the sync.
    public interface Events {
        /// At the start, if this kiosk is enrolled, and after every enrolment: identity and ledger are on the disk.
        void enrolled(KioskIdentity identity);

        /// The street has cards kept under another secret, and the identity is on the disk; once more when the
        /// roster has come under it.
        default void cardsKeptAnew(KioskIdentity identity) {}

        /// At the start, if this kiosk is nobody's yet; on the thread that starts it, before any enrolment.
        default void unenrolled() {}

        /// Everything the street has to say so far is in force.
        void referenceCurrent();

        /// How an activity stands at the street by now.
        void counted(StreetCount count);
    }

    /// Connects to nobody before [#start].
    public KioskSync(
            KioskSettings.Server settings,
            Path data,
            Ledger ledger,
            ReferenceStore reference,
            HealthReport health,
            DiskCipher identityCipher,
            Clock clock,
            Events events) {
        this(
                settings,
                data,
                ledger,
                reference,
                health,
                identityCipher,
                clock,
                events,
                SyncGround.own(loop -> new StreetConnector(loop, settings.host(), settings.port())));
    }

    /// The same where somebody else says what runs when, and what carries the bytes.
    public KioskSync(
            KioskSettings.Server settings,
            Path data,
            Ledger ledger,
            ReferenceStore reference,
            HealthReport health,
            DiskCipher identityCipher,
            Clock clock,
            Events events,
            SyncGround ground) {
        this.ground = ground;
        this.loop = ground.loop();
        this.workers = ground.workers();
        this.ledger = ledger;
        this.reference = reference;
        this.events = events;
        this.identityFile = new IdentityFile(data.resolve("identity.p12"), identityCipher);
        this.streetClock = new StreetClock(clock, ground.nanoTime());
        this.fingerprint = Fingerprint.normalized(settings.fingerprint());
        this.pending = new PendingEnrolment(data.resolve("pending-enrolment"));
        var reader = ledger.newReader();
        var pace = new RenewalPace(data.resolve("renewal"), reader);
        this.window = new WindowCertificate(new WindowKeyFile(data.resolve("window.p12"), identityCipher), ledger);
        this.content = ContentFiles.open(data.resolve("content"), reference);
        var resources = new SyncResources(
                ledger, reader, reference, content, health, identityFile, pace, window, clock, streetClock, workers);
        this.client = new SyncClient(loop, ground.line(), resources, new Listening(), this::known, ground.random());
    }

    /// A time that has certainly been: ours where somebody who knows stands behind it, or else the last contact.
    private Instant known() {
        var time = ledger.time();
        var contact = reference.contact().filter(ClockGuard.EARLIEST::isBefore).orElse(ClockGuard.EARLIEST);
        return time.quality().isGood() ? time.instant() : contact;
    }

    /// The connection speaks: pass it on.
    private final class Listening implements SyncClient.Events {
        @Override
        public void link(Link now) {
            link = now;
            publish();
        }

        @Override
        public void referenceCurrent() {
            events.referenceCurrent();
        }

        @Override
        public void counted(StreetCount count) {
            events.counted(count);
        }

        @Override
        public void cardsKeptAnew(KioskIdentity identity) {
            events.cardsKeptAnew(identity);
        }
    }

    /// Begins as whoever this kiosk is; without an identity, with the code if there is one.
    public void start(Optional<String> enrolmentCode) {
        ledger.onCommit(position -> {
            if (!loop.isShuttingDown()) {
                loop.execute(() -> ledgerMoved(position));
            }
        });
        content.onChange(() -> {
            if (!loop.isShuttingDown()) {
                loop.execute(client::contentMoved);
            }
        });
        var identity = storedIdentity();
        if (identity.isPresent()) {
            workers.execute(() -> takeUp(identity.get()));
        } else {
            events.unenrolled();
            enrolmentCode.ifPresentOrElse(
                    code -> enrolWhenReachable(code, new Backoff(ground.random())),
                    () -> log.info("This kiosk is not enrolled; staff must enter a one-time code"));
        }
    }

    /// A disk that takes nothing now keeps the identity as it is: the kiosk is still who it was.
    private void sealIfOpen(KioskIdentity identity) {
        try {
            identityFile.sealIfOpen(identity);
        } catch (IOException | GeneralSecurityException e) {
            log.warn("The identity of an older program cannot be sealed now: {}", e.toString());
        }
    }

    private Optional<KioskIdentity> storedIdentity() {
        try {
            var identity = identityFile.load();
            identity.ifPresent(this::sealIfOpen);
            return identity;
        } catch (IOException | GeneralSecurityException e) {
            log.error("The identity of this kiosk cannot be read; it must be enrolled anew", e);
            return Optional.empty();
        }
    }

    /// For the page that this kiosk serves to the windows of its centre.
    public WindowCertificate window() {
        return window;
    }

    /// Who this kiosk is now; empty before it is enrolled. From any thread.
    public Optional<KioskIdentity> identity() {
        return client.identity();
    }

    /// The files that items name.
    public ContentFiles content() {
        return content;
    }

    private void enrolWhenReachable(String code, Backoff backoff) {
        var _ = enrol(code).thenAccept(result -> {
            if (result instanceof Enrolment.Unreachable && !loop.isShuttingDown()) {
                var _ = loop.schedule(
                        () -> enrolWhenReachable(code, backoff),
                        backoff.afterFailure().toMillis(),
                        TimeUnit.MILLISECONDS);
            }
        });
    }

    @Override
    public CompletableFuture<Enrolment> enrol(String code) {
        var used = code.strip();
        return CompletableFuture.supplyAsync(() -> request(used), workers)
                .thenCompose(request -> request.map(made -> Enroller.enrol(ground.line(), enrolling(), used, made))
                        .orElseGet(() -> CompletableFuture.completedFuture(
                                new Enroller.Result.NotGranted(new Enrolment.Refused(Reason.NOT_SAVED)))))
                .thenApplyAsync(this::concluded, workers);
    }

    private StreetLine.Call enrolling() {
        return new StreetLine.Call(fingerprint, Optional.empty(), this::known);
    }

    /// Empty when the key cannot be kept: without it a lost answer would be lost for good.
    private Optional<KeyRequest> request(String code) {
        try {
            return Optional.of(pending.with(code));
        } catch (IOException | GeneralSecurityException e) {
            log.error("Enrolment: this kiosk cannot make and keep its key", e);
            return Optional.empty();
        }
    }

    /// The key goes when the street has decided, and stays while the answer may have been lost.
    private Enrolment concluded(Enroller.Result result) {
        return switch (result) {
            case Enroller.Result.Granted(var identity, var ledgerKeys) -> keep(identity, ledgerKeys);
            case Enroller.Result.NotGranted(Enrolment.Refused(Reason reason)) -> {
                if (reason.isOfTheStreet()) {
                    pending.end();
                }
                yield new Enrolment.Refused(reason);
            }
            case Enroller.Result.NotGranted(var why) -> why;
        };
    }

    private Enrolment keep(KioskIdentity identity, List<LedgerKey> ledgerKeys) {
        try {
            ledger.keys().keep(identity.kiosk(), ledgerKeys);
            identityFile.save(identity);
        } catch (IOException | GeneralSecurityException e) {
            log.error("The granted identity cannot be kept", e);
            return new Enrolment.Refused(Reason.NOT_SAVED);
        }
        log.info("Enrolled as {}", identity.kiosk());
        pending.end();
        window.forget();
        if (!reference.reset().join()) {
            log.warn("What an earlier identity was sent could not be forgotten; the street will send anew");
        }
        takeUp(identity);
        return new Enrolment.Enrolled(identity.kiosk().value());
    }

    private void takeUp(KioskIdentity identity) {
        if (ledger.adopt(identity.kiosk()).join() instanceof Commit.NotSaved<?>(var reason)) {
            log.error("The ledger does not take kiosk {}: {}", identity.kiosk(), reason);
        }
        events.enrolled(identity);
        loop.execute(() -> client.begin(identity));
    }

    private void ledgerMoved(LedgerPosition position) {
        client.ledgerMoved(position);
        publish();
    }

    private void publish() {
        var now = status();
        listeners.forEach(listener -> listener.accept(now));
    }

    @Override
    public SyncStatus status() {
        var position = ledger.position();
        return new SyncStatus(
                link,
                position.map(LedgerPosition::pending).orElse(0L),
                position.flatMap(LedgerPosition::oldestPending),
                reference.contact(),
                streetClock.offset());
    }

    @Override
    public void onChange(Consumer<SyncStatus> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        loop.execute(client::close);
        loop.shutdownGracefully(0, CLOSING_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                log.warn("Sync work did not end within {} s", CLOSING_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
