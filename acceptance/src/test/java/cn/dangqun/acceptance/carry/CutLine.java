package cn.dangqun.acceptance.carry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A line between kiosk and street. On its first connection nothing comes back once the kiosk has sent its request, and
/// [#cut] ends it; later ones work.
final class CutLine implements AutoCloseable {
    /// More than what TLS says between the server's hello and the client's finish
    private static final int REQUEST_BYTES = 64;

    private final ServerSocket listening = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    private final ExecutorService pumps = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile Socket first = new Socket();

    CutLine(int street) throws IOException {
        pumps.execute(() -> accept(street));
    }

    int port() {
        return listening.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /// The kiosk sees its line end.
    void cut() throws IOException {
        first.close();
    }

    private void accept(int street) {
        try {
            while (true) {
                var kiosk = listening.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), street);
                boolean loses = connections.incrementAndGet() == 1;
                if (loses) {
                    first = kiosk;
                }
                var asked = new AtomicBoolean();
                pumps.execute(() -> up(kiosk, server, asked));
                pumps.execute(() -> down(server, kiosk, loses ? asked : new AtomicBoolean()));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void up(Socket kiosk, Socket server, AtomicBoolean asked) {
        try (kiosk;
                server) {
            int sent = 0;
            var bytes = new byte[8192];
            for (int n = kiosk.getInputStream().read(bytes);
                    n >= 0;
                    n = kiosk.getInputStream().read(bytes)) {
                sent += answered.get() ? n : 0;
                if (sent > REQUEST_BYTES) {
                    asked.set(true);
                }
                write(server.getOutputStream(), bytes, n);
            }
        } catch (IOException ended) {
            // one end is gone, and so is the other
        }
    }

    private void down(Socket server, Socket kiosk, AtomicBoolean silent) {
        try (server;
                kiosk) {
            InputStream in = server.getInputStream();
            var bytes = new byte[8192];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                if (!silent.get()) {
                    write(kiosk.getOutputStream(), bytes, n);
                    answered.set(true);
                }
            }
        } catch (IOException ended) {
            // one end is gone, and so is the other
        }
    }

    private static void write(OutputStream out, byte[] bytes, int count) throws IOException {
        out.write(bytes, 0, count);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        first.close();
        pumps.shutdownNow();
    }
}
