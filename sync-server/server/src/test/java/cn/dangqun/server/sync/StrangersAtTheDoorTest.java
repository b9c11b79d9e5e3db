package cn.dangqun.server.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.TestKiosk;
import cn.dangqun.server.TestLedger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Hundreds who have no certificate and do not let go, at a server with little memory outside its heap.
@Timeout(120)
@Tag("real-time")
class StrangersAtTheDoorTest {
    private static final int ADDRESSES = 6;
    private static final int OF_EACH_KIND_AND_ADDRESS = 30;
    private static final int DIRECT_MIB = 32;
    private static final Duration PROMPT = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    private final Queue<Socket> held = new ConcurrentLinkedQueue<>();
    private final AtomicInteger came = new AtomicInteger();
    private Process street;
    private int port;
    private X509Certificate ca;
    private List<String> codes;

    @BeforeEach
    void startStreet() throws Exception {
        street = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-XX:MaxDirectMemorySize=" + DIRECT_MIB + "m",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StrangersStreetMain.class.getName(),
                        directory.resolve("street").toString())
                .redirectError(log().toFile())
                .start();
        var told = street.inputReader(StandardCharsets.UTF_8).readLine().split(" ", -1);
        port = Integer.parseInt(told[0]);
        ca = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(HexFormat.of().parseHex(told[1])));
        codes = List.of(told[2], told[3]);
    }

    @AfterEach
    void endStreet() throws Exception {
        for (var each : held) {
            each.close();
        }
        street.destroyForcibly().waitFor();
    }

    private Path log() {
        return directory.resolve("street.log");
    }

    @Test
    void delayNoKioskAndNoEnrolment() throws Exception {
        var kiosk = enrol(codes.getFirst());
        var ledger = new TestLedger(kiosk.id()).checkIn("M-1").checkIn("M-2");
        try (var before = kiosk.connectAndGreet(TestLedger.EPOCH);
                var strangers = Executors.newFixedThreadPool(2 * ADDRESSES)) {
            before.applied(before.page().getThrough());
            for (int address = 2; address < 2 + ADDRESSES; address++) {
                var from = "127.0.0." + address;
                strangers.execute(() -> crowd(from));
            }
            strangers.shutdown();
            assertTrue(strangers.awaitTermination(60, TimeUnit.SECONDS));
            assertEquals(3 * ADDRESSES * OF_EACH_KIND_AND_ADDRESS, came.get());

            assertPrompt(() -> {
                before.send(ledger.push(1, 1));
                assertEquals(1, before.ack().getThroughSeq());
            });
        }
        try (var more = Executors.newSingleThreadExecutor()) {
            var _ = more.submit(this::comeAgain);
            assertPrompt(() -> {
                try (var line = kiosk.connectAndGreet(TestLedger.EPOCH)) {
                    line.applied(line.page().getThrough());
                    line.send(ledger.push(2, 2));
                    assertEquals(2, line.ack().getThroughSeq());
                }
            });
            assertPrompt(
                    () -> assertEquals("kiosk-2", enrol(codes.getLast()).id().value()));
        }
        assertTrue(street.isAlive());
        assertFalse(Files.readString(log()).contains("OutOf"), "memory held");
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void assertPrompt(Step step) throws Exception {
        long began = System.nanoTime();
        step.run();
        var took = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(took.compareTo(PROMPT) < 0, () -> "after " + took);
    }

    private TestKiosk enrol(String code) throws IOException, GeneralSecurityException {
        var kiosk = TestKiosk.fresh(port, ca);
        try (var line = kiosk.connect()) {
            kiosk.accept(line.enrol(code, kiosk));
        }
        return kiosk;
    }

    private void crowd(String from) {
        for (int each = 0; each < OF_EACH_KIND_AND_ADDRESS; each++) {
            stay(from, true, 1 << 20, 256 * 1024);
            stay(from, true, 12 * 1024, 11 * 1024);
            stay(from, false, 0, 15 * 1024);
        }
    }

    /// Hundreds in a second, from the kiosk's own address: fewer than its share while a kiosk shakes hands.
    private Void comeAgain() throws InterruptedException {
        for (int each = 0; each < 400; each++) {
            stay("127.0.0.1", false, 0, 100);
            Thread.sleep(3);
        }
        return null;
    }

    /// Says that a frame of `length` follows, and sends `bytes` of it; without TLS, as much of a record of 16 KiB.
    private void stay(String from, boolean tls, int length, int bytes) {
        try {
            var socket = new Socket();
            held.add(socket);
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            came.incrementAndGet();
            var stream = tls ? secured(socket).getOutputStream() : socket.getOutputStream();
            stream.write(tls ? ByteBuffer.allocate(4).putInt(length).array() : new byte[] {22, 3, 1, 0x3f, 0});
            for (int sent = 0; sent < bytes; sent += 1024) {
                stream.write(new byte[1024]);
            }
        } catch (IOException turnedAway) {
            // what the server does to strangers is up to it
        }
    }

    private SSLSocket secured(Socket socket) throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
            var secured = (SSLSocket) context.getSocketFactory().createSocket(socket, "127.0.0.1", port, true);
            secured.startHandshake();
            return secured;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
