package cn.dangqun.bench.sync;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.wire.EnrolRequest;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Push;
import com.google.protobuf.ByteString;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/// Kiosks in a process of their own, so that what they cost is not taken for the street's. Told what to do line by
/// line: `kiosk ID NUMBER FACTS CODE`, then `connect`, then `go`; answers each of the last two, and `enrolled`,
/// with a line.
final class LeanKiosksMain implements AutoCloseable {
    private final InetSocketAddress street;
    private final X509Certificate authority;
    private final KeyPair keys;
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<LeanKiosk> kiosks = new ArrayList<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final PrintStream out = System.out;

    LeanKiosksMain(InetSocketAddress street, X509Certificate authority) throws GeneralSecurityException {
        this.street = street;
        this.authority = authority;
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        this.keys = generator.generateKeyPair();
    }

    /// `arguments`: the street's port and a file with the certificate of its CA.
    public static void main(String[] arguments) throws Exception {
        try (var der = Files.newInputStream(Path.of(arguments[1]))) {
            new LeanKiosksMain(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])),
                            (X509Certificate)
                                    CertificateFactory.getInstance("X.509").generateCertificate(der))
                    .obey(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        }
        System.exit(0);
    }

    private void obey(BufferedReader orders) throws Exception {
        for (var line = orders.readLine(); line != null; line = orders.readLine()) {
            var words = List.of(line.split(" "));
            switch (words.getFirst()) {
                case "kiosk" -> kiosks.add(enrolled(words));
                case "connect" -> {
                    for (var each : kiosks) {
                        each.connect().join();
                    }
                    out.println("connected");
                }
                case "enrolled" -> out.println("enrolled");
                case "visitors" -> kiosks.add(visited(words));
                case "day" -> new LeanDay(kiosks, out).play(Duration.ofSeconds(Long.parseLong(words.get(1))));
                case "go" -> go();
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    /// Says how long each of them took from the beginning, in the order in which they were named.
    private void go() {
        long began = System.nanoTime();
        var answers = kiosks.stream().map(LeanKiosk::go).toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        var line = new StringBuilder("told ").append(busy.get());
        answers.forEach(each -> line.append(' ').append(each.join() - began));
        out.println(line);
    }

    private LeanKiosk visited(List<String> words) throws Exception {
        var id = new KioskId(words.get(1));
        int number = Integer.parseInt(words.get(2));
        return enrolled(id, number, DayFacts.pushes(id, number, Integer.parseInt(words.get(3))), words.get(4));
    }

    private LeanKiosk enrolled(List<String> words) throws Exception {
        var id = new KioskId(words.get(1));
        int number = Integer.parseInt(words.get(2));
        int facts = Integer.parseInt(words.get(3));
        return enrolled(id, number, MadeUpFacts.pushes(id, number, facts, MadeUpFacts.TOGETHER), words.get(4));
    }

    /// One that sends these.
    LeanKiosk enrolled(KioskId id, int number, List<Push> pushes, String code) throws Exception {
        return new LeanKiosk(id, number, pushes, tls(enrol(code)), street, loops, busy);
    }

    private SslContext tls(List<X509Certificate> chain) throws Exception {
        return SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .protocols("TLSv1.3")
                .endpointIdentificationAlgorithm(null)
                .trustManager(authority)
                .keyManager(keys.getPrivate(), chain.toArray(X509Certificate[]::new))
                .build();
    }

    private List<X509Certificate> enrol(String code) throws Exception {
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
        var request =
                new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=kiosk"), keys.getPublic()).build(signer);
        var frame = Frame.newBuilder()
                .setEnrolRequest(EnrolRequest.newBuilder()
                        .setCode(code)
                        .setCertificateRequest(ByteString.copyFrom(request.getEncoded())))
                .build()
                .toByteArray();
        try (var socket = (SSLSocket) trusting().getSocketFactory().createSocket()) {
            socket.connect(street);
            socket.getOutputStream()
                    .write(ByteBuffer.allocate(Integer.BYTES + frame.length)
                            .putInt(frame.length)
                            .put(frame)
                            .array());
            var in = new DataInputStream(socket.getInputStream());
            return chain(Frame.parseFrom(in.readNBytes(in.readInt())));
        }
    }

    private static List<X509Certificate> chain(Frame answer) throws GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        var chain = new ArrayList<X509Certificate>();
        for (var der : answer.getEnrolGranted().getCertificatesList()) {
            chain.add((X509Certificate) factory.generateCertificate(der.newInput()));
        }
        if (chain.isEmpty()) {
            throw new GeneralSecurityException("not enrolled: " + answer);
        }
        return chain;
    }

    /// Whom it trusts: the street.
    SSLContext trusting() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", authority);
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(null, trust.getTrustManagers(), new SecureRandom());
        return context;
    }

    /// Its thread would keep the process.
    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
