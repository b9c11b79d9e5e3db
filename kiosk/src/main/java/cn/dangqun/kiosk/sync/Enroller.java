package cn.dangqun.kiosk.sync;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.sync.EnrolmentDesk.Enrolment;
import cn.dangqun.kiosk.sync.EnrolmentDesk.Reason;
import cn.dangqun.protocol.LedgerKey;
import cn.dangqun.protocol.wire.EnrolGranted;
import cn.dangqun.protocol.wire.EnrolRequest;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Refusal;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One attempt to enrol, on a connection of its own without a client certificate: code and certificate request go, the
/// granted identity comes back.
final class Enroller extends SimpleChannelInboundHandler<Frame> {
    private static final Logger log = LoggerFactory.getLogger(Enroller.class);

    private final String code;
    private final String fingerprint;
    private final KeyRequest request;
    private final CompletableFuture<Result> result;

    private Enroller(String code, String fingerprint, KeyRequest request, CompletableFuture<Result> result) {
        super(Frame.class);
        this.code = code;
        this.fingerprint = fingerprint;
        this.request = request;
        this.result = result;
    }

    sealed interface Result {
        /// Proved, and not kept anywhere yet.
        record Granted(KioskIdentity identity, List<LedgerKey> ledgerKeys) implements Result {}

        record NotGranted(Enrolment why) implements Result {}
    }

    private static Result refused(Reason reason) {
        return new Result.NotGranted(new Enrolment.Refused(reason));
    }

    private static Result unreachable() {
        return new Result.NotGranted(new Enrolment.Unreachable());
    }

    /// Never completes exceptionally.
    static CompletableFuture<Result> enrol(StreetLine line, StreetLine.Call call, String code, KeyRequest request) {
        var result = new CompletableFuture<Result>();
        try {
            var enroller = new Enroller(code, call.fingerprint(), request, result);
            line.connect(call, enroller).addListener(connected -> {
                if (!connected.isSuccess()) {
                    log.info("Enrolment: the street does not answer: {}", String.valueOf(connected.cause()));
                    result.complete(unreachable());
                }
            });
        } catch (SSLException e) {
            log.error("Enrolment: this kiosk cannot speak TLS", e);
            result.complete(refused(Reason.OTHER));
        }
        return result;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        switch (event) {
            case SslHandshakeCompletionEvent handshake when handshake.isSuccess() -> send(context);
            case IdleStateEvent _ -> end(context, unreachable());
            default -> context.fireUserEventTriggered(event);
        }
    }

    private void send(ChannelHandlerContext context) {
        var frame = Frame.newBuilder()
                .setEnrolRequest(EnrolRequest.newBuilder().setCode(code).setCertificateRequest(request.der()));
        var _ = context.writeAndFlush(frame.build());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Frame frame) {
        switch (frame.getBodyCase()) {
            case ENROL_GRANTED -> end(context, granted(frame.getEnrolGranted()));
            case REFUSAL -> end(context, refused(frame.getRefusal()));
            default -> {
                log.warn("Enrolment: the server answered with {}", frame.getBodyCase());
                end(context, refused(Reason.OTHER));
            }
        }
    }

    private Result granted(EnrolGranted granted) {
        try {
            var identity = new KioskIdentity(
                    new KioskId(granted.getKiosk()),
                    request.privateKey(),
                    request.proved(granted, fingerprint),
                    new KioskIdentity.Cards(
                            granted.getCardSecret().toByteArray(),
                            granted.getCardSalt().toByteArray()));
            return new Result.Granted(identity, ledgerKeys(granted));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            log.error("Enrolment: what the server granted cannot be used", e);
            return refused(Reason.OTHER);
        }
    }

    /// @throws IllegalArgumentException when one is no key
    static List<LedgerKey> ledgerKeys(EnrolGranted granted) {
        return granted.getLedgerKeysList().stream()
                .map(key -> new LedgerKey(key.toByteArray()))
                .toList();
    }

    private static Result refused(Refusal refusal) {
        log.info("Enrolment refused: {}, {}", refusal.getReason(), refusal.getDetail());
        return switch (refusal.getReason()) {
            case CODE_UNKNOWN -> refused(Reason.CODE_UNKNOWN);
            case CODE_USED -> refused(Reason.CODE_USED);
            case CODE_EXPIRED -> refused(Reason.CODE_EXPIRED);
            case BUSY -> unreachable();
            case PROTOCOL_TOO_OLD,
                    PROTOCOL_TOO_NEW,
                    MALFORMED,
                    OVERSIZE,
                    UNEXPECTED,
                    NOT_ENROLLED,
                    REVOKED,
                    CHAIN_BROKEN,
                    CHAIN_FORKED,
                    EPOCH_CLOSED,
                    GAP,
                    SUPERSEDED,
                    RENEWED_OFTEN,
                    REASON_UNSPECIFIED,
                    UNRECOGNIZED -> refused(Reason.OTHER);
        };
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.warn("Enrolment: {}", cause.toString());
        end(context, isWrongServer(cause) ? refused(Reason.WRONG_SERVER) : unreachable());
    }

    static boolean isWrongServer(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    /// Whether the other side has ended TLS because our certificate has.
    static boolean isExpired(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException
                    && String.valueOf(cause.getMessage()).contains("certificate_expired")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end(context, unreachable());
    }

    private void end(ChannelHandlerContext context, Result what) {
        result.complete(what);
        var _ = context.close();
    }
}
