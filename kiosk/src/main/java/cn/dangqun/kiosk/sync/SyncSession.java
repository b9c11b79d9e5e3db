package cn.dangqun.kiosk.sync;

import cn.dangqun.kiosk.ledger.ChainPosition;
import cn.dangqun.kiosk.ledger.LedgerIntroduction;
import cn.dangqun.kiosk.ledger.LedgerPosition;
import cn.dangqun.kiosk.reference.PageOutcome;
import cn.dangqun.protocol.ProtocolVersion;
import cn.dangqun.protocol.StreetCountCodec;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.protocol.wire.ChainMark;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Health;
import cn.dangqun.protocol.wire.Heartbeat;
import cn.dangqun.protocol.wire.Hello;
import cn.dangqun.protocol.wire.ReferenceApplied;
import cn.dangqun.protocol.wire.ReferencePage;
import cn.dangqun.protocol.wire.StreetCount;
import cn.dangqun.protocol.wire.Welcome;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection to the street: hello, then facts up, reference down, heartbeats. Everything in it happens on its
/// event loop; the disk is asked elsewhere and answers back to it.
final class SyncSession extends SimpleChannelInboundHandler<Frame> implements Uplink.Session {
    static final Duration HEARTBEAT = Duration.ofSeconds(30);
    private static final Logger log = LoggerFactory.getLogger(SyncSession.class);

    private final SyncResources resources;
    private final SessionOwner owner;
    private final Renewal renewal;
    private final String cardSecret;
    private @Nullable ChannelHandlerContext context;
    private final AttachmentUplink attachments;
    private final ContentDownlink content;
    private @Nullable Uplink uplink;
    private long referenceNewest;
    private long backedUp;
    private boolean ended;

    SyncSession(SyncResources resources, KioskIdentity identity, SessionOwner owner) {
        super(Frame.class);
        this.resources = resources;
        this.owner = owner;
        this.renewal = new Renewal(resources, identity);
        this.cardSecret = identity.cardSecretName();
        this.attachments = new AttachmentUplink(resources, this);
        this.content = new ContentDownlink(resources, this);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    /// New facts may be there to push.
    void ledgerMoved(LedgerPosition position) {
        if (uplink != null && !ended) {
            uplink.ledgerMoved(position);
            attachments.ledgerMoved(position);
            content.look();
        }
    }

    /// A file has come, or one is wanted anew.
    void contentMoved() {
        if (!ended) {
            content.look();
        }
    }

    @Override
    public void ledgerDamaged() {
        owner.ledgerDamaged();
    }

    /// Ends without a word.
    @Override
    public void drop(String why) {
        if (!ended) {
            log.info("The connection to the street ends: {}", why);
            end();
        }
    }

    private void end() {
        ended = true;
        if (context != null) {
            var _ = context.close();
        }
    }

    @Override
    public void send(Frame.Builder frame) {
        if (!ended && context != null) {
            context.writeAndFlush(frame.build()).addListener(written -> {
                if (!written.isSuccess()) {
                    drop("a frame could not be sent: " + written.cause());
                }
            });
        }
    }

    /// Runs `work` where waiting is allowed, then `then` here, unless the connection has ended meanwhile.
    private <T> void ask(Supplier<T> work, Consumer<T> then) {
        await(CompletableFuture.supplyAsync(work, resources.workers()), then);
    }

    @Override
    public <T> void await(CompletableFuture<T> future, Consumer<T> then) {
        if (context == null) {
            return;
        }
        var _ = future.whenCompleteAsync(
                (answer, failure) -> {
                    if (ended) {
                        return;
                    }
                    if (failure == null) {
                        then.accept(answer);
                    } else {
                        log.error("Sync work broke", failure);
                        drop("sync work broke");
                    }
                },
                context.executor());
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext from, Object event) {
        switch (event) {
            case SslHandshakeCompletionEvent handshake when handshake.isSuccess() -> greet();
            case IdleStateEvent _ -> drop("the street is silent");
            default -> from.fireUserEventTriggered(event);
        }
    }

    private void greet() {
        ask(this::introduce, greeting -> greeting.ifPresentOrElse(this::hello, () -> drop("the ledger is not open")));
    }

    private record Greeting(LedgerIntroduction ledger, Health health, String bootId) {}

    private Optional<Greeting> introduce() {
        try {
            var ledger = resources.reader().introduction();
            return Optional.of(new Greeting(
                    ledger, resources.health().now(), resources.ledger().bootId()));
        } catch (SQLException e) {
            log.warn("The ledger cannot be read now: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private void hello(Greeting greeting) {
        var ledger = greeting.ledger();
        uplink = new Uplink(resources, ledger.epoch(), this);
        resources.streetClock().connected();
        resources.streetClock().asking();
        var hello = Hello.newBuilder()
                .setProtocolOldest(ledger.isCarrying() ? ProtocolVersion.CARRYING : ProtocolVersion.OLDEST)
                .setProtocolNewest(ProtocolVersion.NEWEST)
                .setSoftware(greeting.health().getSoftware())
                .setEpoch(ledger.epoch().hex())
                .setLastSeq(ledger.lastSeq())
                .setReferenceApplied(resources.reference().received())
                .setWallMillis(resources.clock().millis())
                .setHealth(greeting.health())
                .setRestart(ledger.restart().orElse(""))
                .setBootId(greeting.bootId())
                .setFirstKept(ledger.firstKept())
                .setCardSecret(cardSecret);
        ledger.marks()
                .forEach(mark ->
                        hello.addMarks(ChainMark.newBuilder().setSeq(mark.seq()).setHash(mark.hash())));
        send(Frame.newBuilder().setHello(hello));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext from, Frame frame) {
        if (ended) {
            return;
        }
        var pushing = uplink;
        switch (frame.getBodyCase()) {
            case REFUSAL -> {
                log.warn(
                        "The street refuses: {}, {}",
                        frame.getRefusal().getReason(),
                        frame.getRefusal().getDetail());
                owner.refused(frame.getRefusal());
                end();
            }
            case WELCOME -> welcome(frame.getWelcome());
            case ACK -> {
                if (pushing != null) {
                    pushing.acknowledged(frame.getAck());
                    owner.progressed();
                }
            }
            case ATTACHMENT_KEPT -> attachments.kept(frame.getAttachmentKept());
            case CONTENT_PIECE -> content.came(frame.getContentPiece());
            case REFERENCE_PAGE -> apply(frame.getReferencePage());
            case HEARTBEAT_REPLY -> {
                heard(frame.getHeartbeatReply().getWallMillis());
                backedUp(frame.getHeartbeatReply().getBackedUpSeq());
                window(frame.getHeartbeatReply().getWindowAddress());
                resources.reference().contacted();
                owner.progressed();
            }
            case STREET_COUNT -> counted(frame.getStreetCount());
            case WINDOW_GRANTED -> {
                var granted = frame.getWindowGranted();
                resources.workers().execute(() -> resources.window().granted(granted));
            }
            case ENROL_GRANTED -> await(renewal.granted(frame.getEnrolGranted()), this::renewed);
            default -> drop("the street sent " + frame.getBodyCase());
        }
    }

    private void welcome(Welcome welcome) {
        var pushing = uplink;
        if (pushing == null || context == null) {
            drop("welcomed before hello");
            return;
        }
        heard(welcome.getWallMillis());
        log.info(
                "Connected as {} ({}): the street has facts through {}, its clock is {} ms from ours",
                welcome.getKiosk(),
                welcome.getKioskName(),
                welcome.getAckedSeq(),
                welcome.getWallMillis() - resources.clock().millis());
        resources.reference().welcomed();
        referenceNewest = welcome.getReferenceNewest();
        tellIfReferenceIsCurrent();
        backedUp(welcome.getBackedUpSeq());
        pushing.start(
                new ChainPosition(welcome.getAckedSeq(), welcome.getAckedHash()), welcome.getWindow(), owner::welcomed);
        if (welcome.getProtocol() >= ProtocolVersion.ATTACHING) {
            attachments.start();
        }
        if (welcome.getProtocol() >= ProtocolVersion.CONTENT) {
            content.start();
        }
        renewal.shouldKeepCardsUnder(welcome.getCardSecret());
        renewal.shouldSealWith(welcome.getLedgerKey());
        renewIfDue();
        window(welcome.getWindowAddress());
        var beat = context.executor()
                .scheduleAtFixedRate(this::beat, HEARTBEAT.toSeconds(), HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
        context.channel().closeFuture().addListener(_ -> beat.cancel(false));
    }

    /// Where the street wants this kiosk's window page.
    private void window(String address) {
        var window = resources.window();
        window.told(address);
        ask(window::requestIfDue, request -> request.ifPresent(this::send));
    }

    private void heard(long wallMillis) {
        resources.streetClock().answered(wallMillis).ifPresent(resources.ledger()::heardStreet);
    }

    /// What no backup holds yet stays here whatever its age. Kept as it comes: lost, it only keeps more.
    private void backedUp(long seq) {
        if (uplink != null && seq != backedUp) {
            backedUp = seq;
            var _ = resources.ledger().backedUp(uplink.epoch(), seq);
        }
    }

    private void beat() {
        ask(resources.health()::now, health -> {
            resources.streetClock().asking();
            send(Frame.newBuilder()
                    .setHeartbeat(Heartbeat.newBuilder()
                            .setHealth(health)
                            .setWallMillis(resources.clock().millis())));
        });
        renewIfDue();
        content.tryAgain();
    }

    private void apply(ReferencePage page) {
        await(resources.reference().apply(page, cardSecret), outcome -> {
            switch (outcome) {
                case PageOutcome.Applied(var through) -> {
                    send(Frame.newBuilder()
                            .setReferenceApplied(ReferenceApplied.newBuilder().setThrough(through)));
                    owner.progressed();
                    tellIfReferenceIsCurrent();
                }
                case PageOutcome.OutOfOrder(var applied) -> drop("a reference page does not follow on " + applied);
                case PageOutcome.Damaged() -> drop("a reference page came damaged");
                case PageOutcome.NotSaved() -> drop("a reference page could not be kept");
            }
        });
    }

    /// One that cannot be read is left out: the figures then stay 待合并.
    private void counted(StreetCount count) {
        try {
            owner.counted(StreetCountCodec.decode(count));
        } catch (UnreadableException e) {
            log.warn("How an activity stands cannot be read: {}", e.getMessage());
        }
    }

    private void tellIfReferenceIsCurrent() {
        if (resources.reference().applied() >= referenceNewest) {
            owner.referenceCurrent();
            content.sweep();
        }
    }

    private void renewIfDue() {
        await(renewal.requestIfDue(), request -> request.ifPresent(this::send));
    }

    private void renewed(Optional<KioskIdentity> identity) {
        if (identity.isPresent()) {
            owner.renewed(identity.get());
            drop("the new certificate is shown from now on");
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
        if (Enroller.isWrongServer(cause)) {
            owner.wrongServer();
        }
        if (Enroller.isExpired(cause)) {
            owner.certificateExpired();
        }
        drop(cause.toString());
    }

    @Override
    public void channelInactive(ChannelHandlerContext from) {
        drop("closed by the other side");
        owner.ended();
    }
}
