package cn.dangqun.server.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Heartbeat;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.NoLeaks;
import cn.dangqun.server.TestKiosk;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.TestLine;
import cn.dangqun.server.TestStreet;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Bytes as they may really arrive, over TLS. In every test another kiosk goes on working meanwhile.
@Timeout(60)
@ExtendWith(NoLeaks.class)
@Tag("real-time")
class FramingTest {
    private static final Frame HEARTBEAT =
            Frame.newBuilder().setHeartbeat(Heartbeat.getDefaultInstance()).build();

    @TempDir
    Path directory;

    private TestStreet street;
    private TestKiosk bystander;
    private TestLedger bystanderLedger;
    private TestLine bystanderLine;
    private TestKiosk kiosk;

    @BeforeEach
    void startStreet() throws Exception {
        street = new TestStreet(directory);
        bystander = street.enrol("bystander", "site-1");
        bystanderLedger = new TestLedger(bystander.id());
        bystanderLine = bystander.connectAndGreet(TestLedger.EPOCH);
        skipEmptySnapshot(bystanderLine);
        kiosk = street.enrol("kiosk-1", "site-1");
    }

    @AfterEach
    void bystanderStillWorks() {
        bystanderLedger.checkIn("M-1");
        bystanderLine.send(bystanderLedger.push(bystanderLedger.size(), bystanderLedger.size()));
        assertEquals(bystanderLedger.size(), bystanderLine.ack().getThroughSeq());
        bystanderLine.close();
        street.close();
    }

    @Test
    void takesTwoFramesInOneRecord() throws Exception {
        try (var line = greeted()) {
            var two = ByteBuffer.allocate(2 * TestLine.bytes(HEARTBEAT).length);
            line.sendBytes(two.put(TestLine.bytes(HEARTBEAT))
                    .put(TestLine.bytes(HEARTBEAT))
                    .array());

            line.read(Frame.BodyCase.HEARTBEAT_REPLY);
            line.read(Frame.BodyCase.HEARTBEAT_REPLY);
        }
    }

    @Test
    void takesAFrameByteByByte() throws Exception {
        try (var line = kiosk.connect()) {
            for (byte each : TestLine.bytes(
                    TestLine.frame(TestKiosk.hello(TestLedger.EPOCH).build()))) {
                line.sendBytes(new byte[] {each});
            }

            line.welcome();
        }
    }

    @Test
    void refusesAnOversizeFrameAndSaysSo() throws Exception {
        try (var line = greeted()) {
            line.sendBytes(ByteBuffer.allocate(4)
                    .putInt(TestStreet.MAX_FRAME_BYTES + 1)
                    .array());

            line.refusal(Refusal.Reason.OVERSIZE);
        }
    }

    @Test
    void deliversTheRefusalEvenWhileTheOversizeBodyIsStillComing() throws Exception {
        try (var line = greeted()) {
            var body = new byte[8 * TestStreet.MAX_FRAME_BYTES];
            line.sendBytes(
                    ByteBuffer.allocate(4 + body.length).putInt(body.length).array());

            line.refusal(Refusal.Reason.OVERSIZE);
        }
    }

    @Test
    void refusesGarbage() throws Exception {
        try (var line = greeted()) {
            line.sendBytes(new byte[] {0, 0, 0, 4, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff});

            line.refusal(Refusal.Reason.MALFORMED);
        }
    }

    @Test
    void refusesAnEmptyFrame() throws Exception {
        try (var line = greeted()) {
            line.sendBytes(new byte[4]);

            line.refusal(Refusal.Reason.MALFORMED);
        }
    }

    @Test
    void survivesNoiseOfEveryKind() throws Exception {
        var random = new Random(7);
        for (int round = 0; round < 30; round++) {
            try (var line = greeted()) {
                var noise = new byte[1 + random.nextInt(200)];
                random.nextBytes(noise);
                noise[0] = 0;
                line.sendBytes(noise);
                line.sendBytes(new byte[4]);
            }
        }
    }

    @Test
    void dropsAPeerThatSpeaksNoTls() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), street.port())) {
            socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(10_000);

            var alert = socket.getInputStream().readAllBytes();

            assertTrue(alert.length < 20, "an alert at most");
        }
    }

    private TestLine greeted() throws Exception {
        var line = kiosk.connectAndGreet(TestLedger.EPOCH);
        skipEmptySnapshot(line);
        return line;
    }

    private static void skipEmptySnapshot(TestLine line) {
        line.applied(line.page().getThrough());
    }
}
