package cn.dangqun.kiosk.sync;

import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.LedgerPosition;
import cn.dangqun.kiosk.sync.SyncStatus.Link;
import cn.dangqun.kiosk.sync.SyncStatus.RefusalReason;
import cn.dangqun.protocol.wire.Refusal;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one connection to the street open: tries, waits, tries again (F-62, F-68). Everything in it happens
/// on the event loop.
final class SyncClient implements SessionOwner {
    private static final Logger log = LoggerFactory.getLogger(SyncClient.class);

    private final EventExecutor loop;
    private final StreetLine line;
    private final SyncResources resources;
    private final Events events;
    private final InstantSource known;
    private final Backoff backoff;
    private volatile @Nullable KioskIdentity identity;
    private @Nullable SyncSession session;
    private @Nullable ScheduledFuture<?> attempt;
    private @Nullable Refusal refusal;
    private boolean inTrouble;
    private boolean closed;
    private boolean beginningAnew;
    /// It was time to connect, and the new ledger was not ready.
    private boolean missed;

    /// What the kiosk hears of its connection. Called on the event loop.
    interface Events {
        void link(Link link);

        void referenceCurrent();

        void counted(StreetCount count);

        /// The street has cards kept under another secret, or the roster has come under it.
        void cardsKeptAnew(KioskIdentity identity);
    }

    SyncClient(
            EventExecutor loop,
            StreetLine line,
            SyncResources resources,
            Events events,
            InstantSource known,
            RandomGenerator random) {
        this.loop = loop;
        this.line = line;
        this.resources = resources;
        this.events = events;
        this.known = known;
        this.backoff = new Backoff(random);
    }

    /// From any thread.
    Optional<KioskIdentity> identity() {
        return Optional.ofNullable(identity);
    }

    /// Connects as `who` from now on; a connection under another identity ends.
    void begin(KioskIdentity who) {
        identity = who;
        refusal = null;
        inTrouble = false;
        backoff.reset();
        events.link(new Link.Connecting());
        if (session != null) {
            session.drop("a new identity");
        } else {
            schedule(Duration.ZERO);
        }
    }

    void ledgerMoved(LedgerPosition position) {
        if (session != null) {
            session.ledgerMoved(position);
        }
    }

    void contentMoved() {
        if (session != null) {
            session.contentMoved();
        }
    }

    void close() {
        closed = true;
        if (attempt != null) {
            attempt.cancel(false);
        }
        if (session != null) {
            session.drop("the kiosk stops");
        }
    }

    private void schedule(Duration pause) {
        if (closed) {
            return;
        }
        if (attempt != null) {
            attempt.cancel(false);
        }
        attempt = loop.schedule(this::connect, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void connect() {
        var who = identity;
        if (who == null || session != null || closed) {
            return;
        }
        if (beginningAnew) {
            missed = true; // the ledger there is would be refused again
            return;
        }
        var now = resources.ledger().time();
        if (now.quality() != ClockQuality.DOUBTFUL && !who.expires().isAfter(now.instant())) {
            certificateExpired();
        }
        var next = new SyncSession(resources, who, this);
        session = next;
        try {
            var call = new StreetLine.Call(Fingerprint.of(who.authority()), Optional.of(who), known);
            line.connect(call, next).addListener(connected -> {
                if (!connected.isSuccess()) {
                    log.info("The street does not answer: {}", String.valueOf(connected.cause()));
                    ended();
                }
            });
        } catch (SSLException | GeneralSecurityException e) {
            log.error("This kiosk's identity cannot be used", e);
            trouble(RefusalReason.OTHER);
            session = null;
            schedule(backoff.afterFailure());
        }
    }

    @Override
    public void welcomed() {
        refusal = null;
        inTrouble = false;
        events.link(new Link.Connected());
    }

    /// A welcome alone is none: what the street then refuses would be tried again without a pause.
    @Override
    public void progressed() {
        backoff.reset();
    }

    @Override
    public void referenceCurrent() {
        forgetFormerCards();
        events.referenceCurrent();
    }

    private void forgetFormerCards() {
        var who = identity;
        if (who == null
                || who.formerCards().isEmpty()
                || !resources.reference().cards().equals(who.cardSecretName())) {
            return;
        }
        identity = who.withoutFormer();
        events.cardsKeptAnew(identity);
        resources.workers().execute(() -> {
            try {
                resources.identityFile().forgetFormerCards(who);
            } catch (IOException | GeneralSecurityException e) {
                log.warn("The former secret of cards stays on the disk until the next start: {}", e.toString());
            }
        });
    }

    @Override
    public void counted(StreetCount count) {
        events.counted(count);
    }

    @Override
    public void refused(Refusal said) {
        refusal = said;
        switch (said.getReason()) {
            case PROTOCOL_TOO_OLD -> trouble(RefusalReason.SOFTWARE_TOO_OLD);
            case PROTOCOL_TOO_NEW -> trouble(RefusalReason.SOFTWARE_TOO_NEW);
            case REVOKED -> {
                var _ = resources.reference().seal();
                trouble(RefusalReason.REVOKED);
            }
            case CHAIN_BROKEN, CHAIN_FORKED -> trouble(RefusalReason.LEDGER_CONFLICT);
            case EPOCH_CLOSED -> beginAnew(said);
            case NOT_ENROLLED -> {
                inTrouble = true;
                events.link(new Link.NotEnrolled());
            }
            // a renewal is asked for once a day, so that the next session goes on with the certificate there is
            case BUSY, RENEWED_OFTEN -> events.link(new Link.Connecting());
            case GAP -> trouble(RefusalReason.LEDGER_GAP);
            case MALFORMED,
                    OVERSIZE,
                    UNEXPECTED,
                    SUPERSEDED,
                    CODE_UNKNOWN,
                    CODE_USED,
                    CODE_EXPIRED,
                    REASON_UNSPECIFIED,
                    UNRECOGNIZED -> trouble(RefusalReason.OTHER);
        }
    }

    /// A person at the street has decided so. The next hello says what came of it; until then it is tried again.
    private void beginAnew(Refusal said) {
        trouble(RefusalReason.LEDGER_CONFLICT);
        if (!said.getEpoch().matches("[0-9a-f]{32}")) {
            log.error("The street ends a ledger without naming it");
            return;
        }
        beginningAnew = true;
        var _ = resources
                .ledger()
                .restart(new Epoch(said.getEpoch()), said.getDecision())
                .whenComplete((_, _) -> loop.execute(this::begunAnew))
                .thenAccept(commit -> {
                    switch (commit) {
                        case Commit.Done<LedgerPosition>(var position) ->
                            log.warn(
                                    "By the street's decision epoch {} goes on as {}, with {} facts",
                                    said.getEpoch(),
                                    position.epoch(),
                                    position.lastSeq());
                        case Commit.NotSaved<LedgerPosition>(var reason) ->
                            log.error("The new ledger could not begin: {}", reason);
                    }
                });
    }

    private void begunAnew() {
        beginningAnew = false;
        if (missed) {
            missed = false;
            schedule(Duration.ZERO);
        }
    }

    @Override
    public void ledgerDamaged() {
        trouble(RefusalReason.LEDGER_CONFLICT);
    }

    /// It is tried on: the street may know better what time it is.
    @Override
    public void certificateExpired() {
        log.warn("This kiosk's certificate has ended; it must be enrolled anew");
        inTrouble = true;
        events.link(new Link.CertificateExpired());
    }

    @Override
    public void wrongServer() {
        log.error("The server at the street's address is not the street's");
        trouble(RefusalReason.OTHER);
    }

    /// Stays on the staff's screen until the street welcomes this kiosk.
    private void trouble(RefusalReason reason) {
        inTrouble = true;
        events.link(new Link.Refused(reason));
    }

    @Override
    public void renewed(KioskIdentity with) {
        boolean otherCards = identity == null || !identity.cardSecretName().equals(with.cardSecretName());
        identity = with;
        backoff.reset();
        if (otherCards) {
            events.cardsKeptAnew(with);
        }
    }

    @Override
    public void ended() {
        session = null;
        var last = refusal;
        refusal = null;
        if (!inTrouble) {
            events.link(new Link.Connecting());
        }
        if (last == null) {
            schedule(backoff.afterFailure());
        } else if (last.getRetryAfterSeconds() > 0) {
            schedule(backoff.afterRefusal(Duration.ofSeconds(last.getRetryAfterSeconds())));
        } else {
            log.warn("The street does not want this kiosk back by itself: {}", last.getReason());
        }
    }
}
