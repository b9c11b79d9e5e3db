package cn.dangqun.bench.farm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/// The line between one kiosk and the street, through which bytes pass as they come. It can be cut, so that both ends
/// see the connection die and nobody gets through, and it can be stuck, so that nobody sees anything. Thread-safe.
final class CutLine implements AutoCloseable {
    private static final int CHUNK = 8192;

    private enum State {
        WHOLE,
        STUCK,
        CUT
    }

    private final ServerSocket entrance = new ServerSocket(0, 16, InetAddress.ofLiteral("127.0.0.1"));
    private final IntSupplier street;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private State state = State.WHOLE;

    /// `street`: the port the street listens on now.
    CutLine(IntSupplier street) throws IOException {
        this.street = street;
        Thread.ofVirtual().name("line").start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    synchronized void cut() {
        state = State.CUT;
        notifyAll();
        open.forEach(CutLine::drop);
    }

    /// Bytes stay where they are until [#mend] or [#cut].
    synchronized void stick() {
        state = State.STUCK;
    }

    synchronized void mend() {
        state = State.WHOLE;
        notifyAll();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var kiosk = entrance.accept();
                Thread.ofVirtual().name("line").start(() -> join(kiosk));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void join(Socket kiosk) {
        try (kiosk;
                var far = new Socket()) {
            open.add(kiosk);
            open.add(far);
            if (isWholeAtLast()) {
                far.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), street.getAsInt()));
                far.setTcpNoDelay(true);
                var back = Thread.ofVirtual().name("line").start(() -> pump(far, kiosk));
                pump(kiosk, far);
                back.join();
            }
        } catch (IOException e) {
            return; // nobody listens at the far end: the kiosk sees its connection closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.removeIf(Socket::isClosed);
        }
    }

    private void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var chunk = new byte[CHUNK];
            for (int count = in.read(chunk); count >= 0 && isWholeAtLast(); count = in.read(chunk)) {
                out.write(chunk, 0, count);
            }
        } catch (IOException e) {
            drop(from);
            drop(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits while the line is stuck; false when it is cut.
    private synchronized boolean isWholeAtLast() throws InterruptedException {
        while (state == State.STUCK) {
            wait();
        }
        return state == State.WHOLE;
    }

    /// With a reset, as a line that breaks, not with an orderly end.
    private static void drop(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            return; // closed already
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
