package cn.dangqun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.protocol.wire.Ack;
import cn.dangqun.protocol.wire.EnrolGranted;
import cn.dangqun.protocol.wire.EnrolRequest;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Heartbeat;
import cn.dangqun.protocol.wire.Hello;
import cn.dangqun.protocol.wire.Push;
import cn.dangqun.protocol.wire.ReferenceApplied;
import cn.dangqun.protocol.wire.ReferencePage;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.protocol.wire.Welcome;
import com.google.protobuf.ByteString;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/// One connection of a [TestKiosk]; frames by hand.
public final class TestLine implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 15_000;

    private final SSLSocket socket;
    private final DataInputStream in;

    TestLine(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.socket.setSoTimeout(PATIENCE_MILLIS);
        this.socket.setTcpNoDelay(true);
        this.in = new DataInputStream(socket.getInputStream());
    }

    public static byte[] bytes(Frame frame) {
        var body = frame.toByteArray();
        return ByteBuffer.allocate(4 + body.length)
                .putInt(body.length)
                .put(body)
                .array();
    }

    public void sendBytes(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void send(Frame frame) {
        sendBytes(bytes(frame));
    }

    public void send(Hello hello) {
        send(frame(hello));
    }

    public void send(Push push) {
        send(Frame.newBuilder().setPush(push).build());
    }

    public void heartbeat(Heartbeat heartbeat) {
        send(Frame.newBuilder().setHeartbeat(heartbeat).build());
    }

    public void applied(long through) {
        send(Frame.newBuilder()
                .setReferenceApplied(ReferenceApplied.newBuilder().setThrough(through))
                .build());
    }

    public static Frame frame(Hello hello) {
        return Frame.newBuilder().setHello(hello).build();
    }

    /// How activities stand comes whenever the street has something to say, between any two answers: passed over.
    public Frame read() {
        var frame = readAny();
        return frame.getBodyCase() == Frame.BodyCase.STREET_COUNT ? read() : frame;
    }

    private Frame readAny() {
        try {
            var length = in.readInt();
            assertTrue(length > 0 && length <= TestStreet.MAX_FRAME_BYTES * 16, "length " + length);
            return Frame.parseFrom(in.readNBytes(length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether nothing arrives for this long.
    public boolean isSilentFor(Duration time) {
        try {
            socket.setSoTimeout((int) time.toMillis());
            in.mark(1);
            in.readInt();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            restorePatience();
        }
    }

    private void restorePatience() {
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Welcome welcome() {
        return read(Frame.BodyCase.WELCOME).getWelcome();
    }

    public Ack ack() {
        return read(Frame.BodyCase.ACK).getAck();
    }

    public ReferencePage page() {
        return read(Frame.BodyCase.REFERENCE_PAGE).getReferencePage();
    }

    public Frame read(Frame.BodyCase expected) {
        var frame = read();
        assertEquals(expected, frame.getBodyCase(), frame::toString);
        return frame;
    }

    public EnrolGranted enrol(String code, TestKiosk kiosk) {
        requestCertificate(code, kiosk.certificateRequest());
        return read(Frame.BodyCase.ENROL_GRANTED).getEnrolGranted();
    }

    public void requestCertificate(String code, byte[] request) {
        send(Frame.newBuilder()
                .setEnrolRequest(
                        EnrolRequest.newBuilder().setCode(code).setCertificateRequest(ByteString.copyFrom(request)))
                .build());
    }

    /// A refusal for this reason, and then the end of the connection.
    public Refusal refusal(Refusal.Reason expected) {
        var refusal = read(Frame.BodyCase.REFUSAL).getRefusal();
        assertEquals(expected, refusal.getReason(), refusal::toString);
        assertTrue(refusal.getCloses());
        assertEquals(Optional.empty(), next());
        return refusal;
    }

    /// The next frame, or empty when the connection ended.
    public Optional<Frame> next() {
        try {
            return Optional.of(read());
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof EOFException || e.getCause() instanceof SocketException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
