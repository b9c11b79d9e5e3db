package cn.dangqun.devices.simulator.pcsc;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One slot of vpcd. A card that was inserted lies there until removed, also while pcscd is stopped and started again.
/// Wire: 16-bit big-endian length and body; one byte is control (4 asks for the ATR), more is a command.
public final class VirtualReader implements AutoCloseable {
    private static final int RECONNECT_MILLIS = 30;
    private static final int TELL_ATR = 4;

    private final int port;
    private final AtomicInteger commands = new AtomicInteger();
    private @Nullable Thread feeding;
    private volatile @Nullable Socket socket;

    VirtualReader(int port) {
        this.port = port;
    }

    /// Lays a card on the reader, in place of the one that was there.
    public synchronized void insert(VirtualCard card) {
        remove();
        feeding = Thread.ofPlatform().daemon().name("virtual-card-" + port).start(() -> lie(card));
    }

    /// Takes the card away; nothing happens when there is none.
    public synchronized void remove() {
        var thread = feeding;
        feeding = null;
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            while (thread.isAlive()) {
                closeSocket();
                thread.join(RECONNECT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// How many commands cards on this reader were asked.
    public int commands() {
        return commands.get();
    }

    @Override
    public void close() {
        remove();
    }

    private void lie(VirtualCard card) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (isPulledWhileServing(card)) {
                    return;
                }
            } catch (IOException e) {
                // pcscd is down or was stopped; the card still lies there
                pause();
            }
        }
    }

    private boolean isPulledWhileServing(VirtualCard card) throws IOException {
        try (var connected = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket = connected;
            connected.setTcpNoDelay(true);
            var in = new DataInputStream(new BufferedInputStream(connected.getInputStream()));
            var out = new DataOutputStream(connected.getOutputStream());
            while (!Thread.currentThread().isInterrupted()) {
                var body = in.readNBytes(in.readUnsignedShort());
                var reply = body.length == 1 ? control(card, body[0]) : command(card, body);
                if (reply.isEmpty()) {
                    return true;
                }
                send(out, reply.get());
            }
            return true;
        } finally {
            socket = null;
        }
    }

    private static Optional<byte[]> control(VirtualCard card, byte control) {
        return Optional.of(control == TELL_ATR ? card.atr() : new byte[0]);
    }

    private Optional<byte[]> command(VirtualCard card, byte[] body) {
        commands.incrementAndGet();
        return card.answer(body);
    }

    private static void send(DataOutputStream out, byte[] reply) throws IOException {
        if (reply.length > 0) {
            var frame = new byte[reply.length + 2];
            frame[0] = (byte) (reply.length >> 8);
            frame[1] = (byte) reply.length;
            System.arraycopy(reply, 0, frame, 2, reply.length);
            out.write(frame);
        }
    }

    private void closeSocket() {
        var open = socket;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new IllegalStateException("a socket could not be closed", e);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RECONNECT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
