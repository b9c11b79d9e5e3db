package cn.dangqun.bench.farm.kiosk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
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

    /// What becomes of a byte in each piece that passes.
    enum Spoil {
        FLIPPED,
        DROPPED,
        DOUBLED
    }

    private final ServerSocket entrance = new ServerSocket(0, 16, InetAddress.ofLiteral("127.0.0.1"));
    private final IntSupplier street;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private State state = State.WHOLE;
    private volatile Optional<Spoiling> spoiling = Optional.empty();

    private record Spoiling(Spoil how, int lot) {
        byte[] of(byte[] piece) {
            int at = lot % piece.length;
            var spoilt = switch (how) {
                case FLIPPED -> piece.clone();
                case DROPPED, DOUBLED -> new byte[piece.length + (how == Spoil.DOUBLED ? 1 : -1)];
            };
            switch (how) {
                case FLIPPED -> spoilt[at] ^= (byte) (1 << lot % 8);
                case DROPPED -> {
                    System.arraycopy(piece, 0, spoilt, 0, at);
                    System.arraycopy(piece, at + 1, spoilt, at, spoilt.length - at);
                }
                case DOUBLED -> {
                    System.arraycopy(piece, 0, spoilt, 0, at + 1);
                    System.arraycopy(piece, at, spoilt, at + 1, piece.length - at);
                }
            }
            return spoilt;
        }
    }

    /// `street`: the port the street listens on now.
    CutLine(IntSupplier street) throws IOException {
        this.street = street;
        Thread.ofVirtual().name("line").start(this::accept);
    }

    IntSupplier street() {
        return street;
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

    /// From now on, in both directions; `lot` says which byte. Until [#replace].
    void spoil(Spoil how, int lot) {
        spoiling = Optional.of(new Spoiling(how, lot));
    }

    /// By a sound one: whoever waits for a byte that was dropped sees the old one end.
    void replace() {
        spoiling = Optional.empty();
        cut();
        mend();
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
                var piece = Arrays.copyOf(chunk, count);
                out.write(spoiling.map(each -> each.of(piece)).orElse(piece));
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
