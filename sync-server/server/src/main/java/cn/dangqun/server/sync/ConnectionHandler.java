package cn.dangqun.server.sync;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.protocol.FrameException;
import cn.dangqun.protocol.ProtocolVersion;
import cn.dangqun.protocol.ProtocolVersion.Agreement;
import cn.dangqun.protocol.wire.EnrolRequest;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Hello;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.attendance.StreetCountReader;
import cn.dangqun.server.kiosks.Enrolment;
import cn.dangqun.server.kiosks.KioskRegistry;
import cn.dangqun.server.kiosks.KioskRegistry.Admission;
import cn.dangqun.server.ledger.EpochState;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection from its first byte: enrolment, or hello and then a [KioskSession]. Whatever goes wrong ends this
/// connection only, with one log line.
final class ConnectionHandler extends SimpleChannelInboundHandler<Frame> {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionHandler.class);
    private static final int HELLO_SECONDS = 15;

    private final SyncServices services;
    private final LiveSessions sessions;
    private final int window;
    private final ThresholdHandler threshold;
    private final SyncDoor.Peer peer;
    private Optional<X509Certificate> certificate = Optional.empty();
    private @Nullable Connection connection;
    private @Nullable KioskSession session;

    ConnectionHandler(
            SyncServices services, LiveSessions sessions, int window, ThresholdHandler threshold, SyncDoor.Peer peer) {
        super(Frame.class);
        this.peer = peer;
        this.services = services;
        this.sessions = sessions;
        this.window = window;
        this.threshold = threshold;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        connection = new Connection(context.channel(), services);
        var impatience = context.executor()
                .schedule(
                        () -> {
                            if (session == null) {
                                connection().drop("said nothing for " + HELLO_SECONDS + " s");
                            }
                        },
                        HELLO_SECONDS,
                        TimeUnit.SECONDS);
        context.channel().closeFuture().addListener(closed -> impatience.cancel(false));
    }

    private Connection connection() {
        if (connection == null) {
            throw new IllegalStateException("the handler is not in a pipeline");
        }
        return connection;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Frame frame) {
        if (connection().isEnded()) {
            return;
        }
        if (session != null) {
            inSession(session, frame);
            return;
        }
        switch (frame.getBodyCase()) {
            case HELLO -> hello(frame.getHello());
            case ENROL_REQUEST -> enrol(frame.getEnrolRequest());
            default -> unexpected(frame, "before hello");
        }
    }

    private void inSession(KioskSession live, Frame frame) {
        switch (frame.getBodyCase()) {
            case PUSH -> live.push(frame.getPush());
            case ATTACHMENT -> live.attach(frame.getAttachment());
            case WINDOW_REQUEST -> live.window(frame.getWindowRequest());
            case CONTENT_REQUEST -> live.content(frame.getContentRequest());
            case REFERENCE_APPLIED -> live.applied(frame.getReferenceApplied());
            case HEARTBEAT -> live.heartbeat(frame.getHeartbeat());
            case ENROL_REQUEST -> enrol(frame.getEnrolRequest());
            default -> unexpected(frame, "in a session");
        }
    }

    private void unexpected(Frame frame, String where) {
        connection().refuse(Refusal.Reason.UNEXPECTED, frame.getBodyCase() + " " + where);
    }

    private void enrol(EnrolRequest request) {
        var der = request.getCertificateRequest().toByteArray();
        connection()
                .ask(
                        () -> request.getCode().isEmpty()
                                ? renew(der)
                                : services.enrolment().enrol(request.getCode(), der),
                        this::answer);
    }

    private Enrolment.Result renew(byte[] der) {
        return switch (admission()) {
            case Admission.Active(var kiosk) -> services.enrolment().renew(kiosk.id(), der);
            case Admission.Revoked() -> new Enrolment.Result.Refused(Refusal.Reason.REVOKED);
            case Admission.Late(var ignored) -> new Enrolment.Result.Refused(Refusal.Reason.REVOKED);
            case Admission.NotEnrolled() -> new Enrolment.Result.Refused(Refusal.Reason.NOT_ENROLLED);
        };
    }

    private void answer(Enrolment.Result result) {
        switch (result) {
            case Enrolment.Result.Granted(var granted) -> {
                LOG.info("{}: certificate issued for kiosk {}", connection().peer(), granted.getKiosk());
                connection().send(Frame.newBuilder().setEnrolGranted(granted));
            }
            case Enrolment.Result.Refused(var reason) -> connection().refuse(reason, "enrolment");
        }
    }

    private Admission admission() {
        return certificate
                .map(each -> services.kiosks().admission(KioskRegistry.serialOf(each)))
                .orElseGet(Admission.NotEnrolled::new);
    }

    private void hello(Hello hello) {
        switch (ProtocolVersion.agree(hello)) {
            case Agreement.PeerTooOld() ->
                connection().refuse(Refusal.Reason.PROTOCOL_TOO_OLD, "speaks up to " + hello.getProtocolNewest());
            case Agreement.PeerTooNew() ->
                connection().refuse(Refusal.Reason.PROTOCOL_TOO_NEW, "speaks from " + hello.getProtocolOldest());
            case Agreement.Agreed(var version) ->
                connection().ask(this::admission, admission -> admit(admission, hello, version));
        }
    }

    private void admit(Admission admission, Hello hello, int version) {
        switch (admission) {
            case Admission.NotEnrolled() -> connection().refuse(Refusal.Reason.NOT_ENROLLED, "no certificate of ours");
            case Admission.Revoked() -> connection().refuse(Refusal.Reason.REVOKED, "revoked");
            case Admission.Active(var kiosk) -> start(kiosk, hello, version, false);
            case Admission.Late(var kiosk) -> start(kiosk, hello, version, true);
        }
    }

    private void start(KioskRegistry.Kiosk kiosk, Hello hello, int version, boolean late) {
        connection().name(kiosk.id().value());
        epoch(hello)
                .ifPresentOrElse(
                        epoch -> start(kiosk, epoch, hello, version, late),
                        () -> connection().refuse(Refusal.Reason.MALFORMED, "hello without an epoch"));
    }

    private static Optional<Epoch> epoch(Hello hello) {
        try {
            return Optional.of(new Epoch(hello.getEpoch()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void start(KioskRegistry.Kiosk kiosk, Epoch epoch, Hello hello, int version, boolean late) {
        var serial = certificate.map(KioskRegistry::serialOf).orElseThrow();
        services.kiosks().notedBoot(kiosk.id(), hello.getBootId());
        connection().ask(() -> Opening.prepare(services, kiosk, epoch, hello, version, late), opening -> {
            switch (opening.epoch()) {
                case EpochState.Continues continues -> {
                    var view = new StreetCountReader.View(kiosk.id(), epoch, kiosk.site());
                    var counts = new StreetCountDelivery(connection(), services, view, version);
                    session = new KioskSession(connection(), services, kiosk, epoch, serial, window, opening, counts);
                    threshold.crossed();
                    sessions.enter(session);
                    session.welcome(hello, version, continues);
                }
                case EpochState.Forked(var agreed, var detail) -> {
                    services.ledger().notedFork(kiosk.id(), epoch, agreed + 1);
                    connection().refuse(Refusal.Reason.CHAIN_FORKED, detail);
                }
                case EpochState.Gapped gap -> {
                    services.ledger().notedGap(kiosk.id(), epoch, gap);
                    connection()
                            .refuse(
                                    Refusal.Reason.GAP,
                                    "records " + gap.from() + " through " + gap.through() + " are nowhere any more");
                }
                case EpochState.Closed(var decision) -> closed(epoch, decision, version);
            }
        });
    }

    /// A kiosk too old to begin anew goes on being told what it can show.
    private void closed(Epoch epoch, String decision, int version) {
        if (version < ProtocolVersion.CARRYING) {
            connection().refuse(Refusal.Reason.CHAIN_FORKED, "may begin a new epoch, but its software cannot");
        } else {
            LOG.info("{} may end epoch {} by decision {}", connection().peer(), epoch, decision);
            connection().refuse(Refusals.epochClosed(epoch, decision, services.chance()));
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        switch (event) {
            case SslHandshakeCompletionEvent handshake
            when handshake.isSuccess() -> {
                certificate = peer.certificate(context.pipeline());
                certificate.map(KioskRegistry::serialOf).ifPresent(threshold::showed);
            }
            case IdleStateEvent ignored -> connection().drop("silent too long");
            default -> context.fireUserEventTriggered(event);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        connection().updateReading();
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (session != null) {
            sessions.leave(session);
        }
        connection().drop("closed by the other side");
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        switch (cause) {
            case FrameException frame ->
                connection()
                        .refuse(
                                switch (frame.fault()) {
                                    case OVERSIZE -> Refusal.Reason.OVERSIZE;
                                    case MALFORMED -> Refusal.Reason.MALFORMED;
                                },
                                String.valueOf(frame.getMessage()));
            case IOException broken -> connection().drop(String.valueOf(broken.getMessage()));
            default -> {
                if (cause.getCause() instanceof SSLException tls) {
                    connection().drop("TLS: " + tls.getMessage());
                } else {
                    LOG.error("{}: unforeseen", connection().peer(), cause);
                    connection().drop("unforeseen fault");
                }
            }
        }
    }
}
