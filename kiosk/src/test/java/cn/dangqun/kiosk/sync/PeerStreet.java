package cn.dangqun.kiosk.sync;

import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.ContentPieces;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.FramePipeline;
import cn.dangqun.protocol.ProtocolVersion;
import cn.dangqun.protocol.wire.Ack;
import cn.dangqun.protocol.wire.ContentPiece;
import cn.dangqun.protocol.wire.ContentRequest;
import cn.dangqun.protocol.wire.EnrolGranted;
import cn.dangqun.protocol.wire.EnrolRequest;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.HeartbeatReply;
import cn.dangqun.protocol.wire.Hello;
import cn.dangqun.protocol.wire.Push;
import cn.dangqun.protocol.wire.ReferencePage;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.protocol.wire.Welcome;
import com.google.protobuf.ByteString;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/// A street's server as small as can be, for tests: real TLS, real frames, facts in memory. It takes only what follows
/// in number and chain on what it has, as the real one does.
final class PeerStreet implements AutoCloseable {
    static final String CODE = "ABCD-1234";
    static final String KIOSK = "kiosk-1";

    final List<Frame> received = new CopyOnWriteArrayList<>();
    private final PeerAuthority authority;
    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final DefaultChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel listening;
    private final List<ByteString> facts = new ArrayList<>();
    private final Queue<Refusal.Reason> refusals = new ArrayDeque<>();
    private final List<ReferencePage> pages = new ArrayList<>();
    private volatile Clock clock = Clock.systemUTC();
    private byte[] chain = new byte[0];
    private String epoch = "";
    private boolean codeUsed;
    private int retryAfter = 1;
    private int pushesUntilCut = Integer.MAX_VALUE;
    private Duration certificateLife = Duration.ofDays(365);
    private Duration certificateLifeThen = Duration.ofDays(365);
    private int granted;
    private int answersLost;
    private byte[] lastRequest = {};
    private final Map<ContentId, byte[]> content = new HashMap<>();
    private int piecesUntilCut = Integer.MAX_VALUE;
    private boolean acksHeld;
    private long lastPush;

    PeerStreet(PeerAuthority authority, int port) throws Exception {
        this.authority = authority;
        var tls = SslContextBuilder.forServer(
                        authority.serverKeys().getPrivate(),
                        authority.serverChain().toArray(X509Certificate[]::new))
                .protocols("TLSv1.3")
                .trustManager(authority.ca())
                .clientAuth(ClientAuth.OPTIONAL)
                .build();
        listening = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        connections.add(channel);
                        channel.pipeline().addLast(tls.newHandler(channel.alloc()));
                        FramePipeline.install(channel.pipeline(), FramePipeline.DEFAULT_MAX_FRAME_BYTES);
                        channel.pipeline().addLast(new Talk());
                    }
                })
                .bind("127.0.0.1", port)
                .sync()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    synchronized List<ByteString> facts() {
        return List.copyOf(facts);
    }

    /// Takes over what another server held, as after a restart.
    synchronized void restore(PeerStreet other, int keep) {
        facts.clear();
        facts.addAll(other.facts().subList(0, keep));
        epoch = other.epoch;
        codeUsed = true;
        chain = FactChain.genesis(new KioskId(KIOSK), new Epoch(epoch));
        facts.forEach(fact -> chain = FactChain.next(chain, fact.toByteArray()));
    }

    /// Sets the street's clock off by so much.
    void setClockOff(Duration ahead) {
        clock = Clock.offset(Clock.systemUTC(), ahead);
    }

    /// The next hello, or the next code, is refused so; a ledger that ends, by its name.
    synchronized void refuseNext(Refusal.Reason reason, int retryAfterSeconds) {
        refusals.add(reason);
        retryAfter = retryAfterSeconds;
    }

    synchronized void publish(ReferencePage page) {
        pages.add(page);
    }

    /// Has a file, and from the next hello on speaks of files.
    synchronized void keep(ContentId id, byte[] bytes) {
        content.put(id, bytes);
    }

    /// On the connections there are, and at no later hello.
    synchronized void publishNow(ReferencePage page) {
        var _ = connections.writeAndFlush(
                Frame.newBuilder().setReferencePage(page).build());
    }

    /// Cuts the connection instead of sending so many pieces and one.
    synchronized void cutAfterPieces(int pieces) {
        piecesUntilCut = pieces;
    }

    /// Facts are taken and not acknowledged, until they are.
    synchronized void holdAcks(boolean held) {
        acksHeld = held;
        if (!held) {
            var _ = connections.writeAndFlush(ack(lastPush));
        }
    }

    /// Cuts the connection after so many more pushes are stored, before they are acknowledged.
    synchronized void cutAfterPushes(int pushes) {
        pushesUntilCut = pushes;
    }

    /// Only the next certificate; later ones last a year.
    synchronized void grantNextFor(Duration life) {
        certificateLife = life;
    }

    /// Every certificate from now on.
    synchronized void grantAlwaysFor(Duration life) {
        certificateLife = life;
        certificateLifeThen = life;
    }

    /// The code may be used again, as after the administrator drew another one.
    synchronized void forgetCode() {
        codeUsed = false;
    }

    /// So many grants never reach the kiosk.
    synchronized void loseAnswers(int answers) {
        answersLost = answers;
    }

    private static byte[] key(EnrolRequest request) throws Exception {
        return new JcaPKCS10CertificationRequest(request.getCertificateRequest().toByteArray())
                .getPublicKey()
                .getEncoded();
    }

    /// The same code with the same key is an answer that was lost.
    private boolean repeats(EnrolRequest request) throws Exception {
        return Arrays.equals(lastRequest, key(request));
    }

    private Frame ack(long push) {
        return Frame.newBuilder()
                .setAck(Ack.newBuilder().setPushId(push).setEpoch(epoch).setThroughSeq(facts.size()))
                .build();
    }

    synchronized int granted() {
        return granted;
    }

    void cutAll() {
        connections.close().awaitUninterruptibly();
    }

    @Override
    public void close() {
        listening.close().awaitUninterruptibly();
        cutAll();
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private final class Talk extends SimpleChannelInboundHandler<Frame> {
        private int nextPage;

        @Override
        protected void channelRead0(ChannelHandlerContext context, Frame frame) throws Exception {
            received.add(frame);
            synchronized (PeerStreet.this) {
                answer(context, frame);
            }
        }

        private void answer(ChannelHandlerContext context, Frame frame) throws Exception {
            switch (frame.getBodyCase()) {
                case ENROL_REQUEST -> enrol(context, frame.getEnrolRequest());
                case HELLO -> hello(context, frame.getHello());
                case PUSH -> push(context, frame.getPush());
                case CONTENT_REQUEST -> piece(context, frame.getContentRequest());
                case REFERENCE_APPLIED -> nextPage(context);
                case HEARTBEAT ->
                    send(
                            context,
                            Frame.newBuilder()
                                    .setHeartbeatReply(
                                            HeartbeatReply.newBuilder().setWallMillis(clock.millis())));
                default -> throw new AssertionError("a kiosk never sends " + frame.getBodyCase());
            }
        }

        private void send(ChannelHandlerContext context, Frame.Builder frame) {
            var _ = context.writeAndFlush(frame.build());
        }

        private void refuse(ChannelHandlerContext context, Refusal.Reason reason) {
            send(
                    context,
                    Frame.newBuilder()
                            .setRefusal(Refusal.newBuilder()
                                    .setReason(reason)
                                    .setEpoch(reason == Refusal.Reason.EPOCH_CLOSED ? epoch : "")
                                    .setDecision("decision-1")
                                    .setRetryAfterSeconds(retryAfter)
                                    .setCloses(true)));
        }

        private void enrol(ChannelHandlerContext context, EnrolRequest request) throws Exception {
            boolean renewal = request.getCode().isEmpty();
            if (!renewal && !request.getCode().equals(CODE)) {
                refuse(context, Refusal.Reason.CODE_UNKNOWN);
            } else if (!renewal && codeUsed && !repeats(request)) {
                refuse(context, Refusal.Reason.CODE_USED);
            } else {
                codeUsed = true;
                lastRequest = key(request);
                granted++;
                if (answersLost > 0) {
                    answersLost--;
                    var _ = context.close();
                    return;
                }
                var key = new JcaPKCS10CertificationRequest(
                                request.getCertificateRequest().toByteArray())
                        .getPublicKey();
                var certificate = authority.kiosk(KIOSK, key, certificateLife);
                certificateLife = certificateLifeThen;
                send(
                        context,
                        Frame.newBuilder()
                                .setEnrolGranted(EnrolGranted.newBuilder()
                                        .setKiosk(KIOSK)
                                        .addCertificates(ByteString.copyFrom(certificate.getEncoded()))
                                        .addCertificates(ByteString.copyFrom(
                                                authority.ca().getEncoded()))
                                        .setCardSecret(ByteString.copyFrom(new byte[32]))));
            }
        }

        private void hello(ChannelHandlerContext context, Hello hello) {
            var refusal = Optional.ofNullable(refusals.poll());
            if (refusal.isPresent()) {
                refuse(context, refusal.get());
                return;
            }
            if (!hello.getEpoch().equals(epoch)) {
                epoch = hello.getEpoch();
                facts.clear();
                chain = FactChain.genesis(new KioskId(KIOSK), new Epoch(epoch));
            }
            nextPage = (int) pages.stream()
                    .filter(page -> page.getThrough() <= hello.getReferenceApplied())
                    .count();
            send(
                    context,
                    Frame.newBuilder()
                            .setWelcome(Welcome.newBuilder()
                                    .setProtocol(content.isEmpty() ? 1 : ProtocolVersion.CONTENT)
                                    .setKiosk(KIOSK)
                                    .setAckedSeq(facts.size())
                                    .setReferenceNewest(
                                            pages.isEmpty()
                                                    ? 0
                                                    : pages.getLast().getThrough())
                                    .setWallMillis(clock.millis())
                                    .setWindow(4)));
            nextPage(context);
        }

        private void nextPage(ChannelHandlerContext context) {
            if (nextPage < pages.size()) {
                send(context, Frame.newBuilder().setReferencePage(pages.get(nextPage++)));
            }
        }

        private void push(ChannelHandlerContext context, Push push) {
            boolean follows = push.getEpoch().equals(epoch)
                    && push.getFirstSeq() == facts.size() + 1
                    && push.getFirstPreviousHash().equals(ByteString.copyFrom(chain));
            if (!follows) {
                refuse(context, Refusal.Reason.CHAIN_BROKEN);
                return;
            }
            for (var record : push.getRecordsList()) {
                facts.add(record);
                chain = FactChain.next(chain, record.toByteArray());
            }
            if (--pushesUntilCut == 0) {
                var _ = context.close();
                return;
            }
            lastPush = push.getPushId();
            if (!acksHeld) {
                var _ = context.writeAndFlush(ack(lastPush));
            }
        }

        private void piece(ChannelHandlerContext context, ContentRequest request) {
            if (piecesUntilCut-- == 0) {
                piecesUntilCut = Integer.MAX_VALUE;
                var _ = context.close();
                return;
            }
            var all = content.getOrDefault(ContentId.ofRaw(request.getId().toByteArray()), new byte[0]);
            int from = Math.min(all.length, request.getFrom());
            int to = Math.min(all.length, from + ContentPieces.MOST_BYTES);
            send(
                    context,
                    Frame.newBuilder()
                            .setContentPiece(ContentPiece.newBuilder()
                                    .setId(request.getId())
                                    .setFrom(request.getFrom())
                                    .setBytes(ByteString.copyFrom(all, from, to - from))));
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            var _ = context.close();
        }
    }
}
