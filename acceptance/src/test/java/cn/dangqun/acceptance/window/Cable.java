package cn.dangqun.acceptance.window;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The cable between two kiosks. It can be pulled in several ways; put back, it carries new connections.
final class Cable implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 32, InetAddress.getLoopbackAddress());
    private final ExecutorService pumps = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Pulled pulled = Pulled.NOT;

    enum Pulled {
        NOT,
        /// Both ends hear of it
        OPENLY,
        /// Neither end hears anything any more, as behind a switch without power
        SILENTLY,
        /// What is asked arrives, and no answer comes back
        ONE_WAY
    }

    Cable(int to) throws IOException {
        pumps.execute(() -> accept(to));
    }

    int port() {
        return listening.getLocalPort();
    }

    void pull(Pulled how) throws IOException {
        pulled = how;
        if (how == Pulled.OPENLY) {
            closeAll();
        }
    }

    void putBack() throws IOException {
        closeAll();
        pulled = Pulled.NOT;
    }

    private void closeAll() throws IOException {
        for (var socket : open) {
            socket.close();
        }
        open.clear();
    }

    private void accept(int to) {
        while (!listening.isClosed()) {
            try {
                var near = listening.accept();
                open.add(near);
                if (pulled == Pulled.NOT) {
                    var far = new Socket(InetAddress.getLoopbackAddress(), to);
                    open.add(far);
                    pumps.execute(() -> pump(near, far, false));
                    pumps.execute(() -> pump(far, near, true));
                }
            } catch (IOException ended) {
                // the kiosk behind it is not there yet, or the test is over
            }
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var bytes = new byte[8192];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (pulled == Pulled.NOT || (pulled == Pulled.ONE_WAY && !answers)) {
                    out.write(bytes, 0, count);
                    out.flush();
                }
            }
            to.close();
        } catch (IOException ended) {
            // one end is gone, and the other hears of it by its own clock
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        closeAll();
        pumps.shutdownNow();
    }
}
