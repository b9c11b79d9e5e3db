package cn.dangqun.kiosk.centre;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.sync.KioskIdentity;
import cn.dangqun.kiosk.sync.PeerTls;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers other kiosks of the centre and nobody else. A kiosk has one connection, its newest; what an older one still
/// asks is not carried out ([Session#stands]).
public final class PeerServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PeerServer.class);
    private static final int MOST = 32;
    private static final int MOST_OF_ONE = 8;
    private static final int LONGEST_ASK = 256 * 1024;
    private static final int HANDSHAKE_MILLIS = 5_000;
    private static final int QUIET_MILLIS = 20_000;

    private final ServerSocket listening;
    private final Supplier<Optional<KioskIdentity>> identity;
    private final Supplier<Instant> known;
    private final Predicate<KioskId> admitted;
    private final Answering answering;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(MOST);
    private final Map<InetAddress, Integer> from = new ConcurrentHashMap<>();
    private final Map<KioskId, Session> newest = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /// Answers one question; blocks until it is on the disk, or is not to be.
    public interface Answering {
        byte[] answer(Session session, byte[] question) throws IOException;
    }

    /// One connection of one kiosk.
    public interface Session {
        KioskId peer();

        /// Whether this still is the newest connection of that kiosk.
        boolean stands();
    }

    private final class Connected implements Session {
        private final KioskId peer;

        Connected(KioskId peer) {
            this.peer = peer;
        }

        @Override
        public KioskId peer() {
            return peer;
        }

        @Override
        public boolean stands() {
            return newest.get(peer) == this;
        }
    }

    private PeerServer(
            ServerSocket listening,
            Supplier<Optional<KioskIdentity>> identity,
            Supplier<Instant> known,
            Predicate<KioskId> admitted,
            Answering answering) {
        this.listening = listening;
        this.identity = identity;
        this.known = known;
        this.admitted = admitted;
        this.answering = answering;
    }

    /// `admitted` is asked again before every answer.
    ///
    /// @throws IOException when the port is taken
    public static PeerServer start(
            int port,
            Supplier<Optional<KioskIdentity>> identity,
            Supplier<Instant> known,
            Predicate<KioskId> admitted,
            Answering answering)
            throws IOException {
        var server = new PeerServer(new ServerSocket(port), identity, known, admitted, answering);
        server.threads.execute(server::accept);
        return server;
    }

    public int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                if (enters(socket)) {
                    open.add(socket);
                    threads.execute(() -> serve(socket));
                } else {
                    socket.close();
                }
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    log.warn("A kiosk of the centre could not be let in: {}", e.getMessage());
                }
            }
        }
    }

    private boolean enters(Socket socket) {
        if (!room.tryAcquire()) {
            return false;
        }
        if (from.merge(socket.getInetAddress(), 1, Integer::sum) > MOST_OF_ONE) {
            left(socket);
            return false;
        }
        return true;
    }

    private void left(Socket socket) {
        open.remove(socket);
        from.computeIfPresent(socket.getInetAddress(), (_, count) -> count > 1 ? count - 1 : null);
        room.release();
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(HANDSHAKE_MILLIS);
            socket.setTcpNoDelay(true);
            var own = identity.get();
            if (own.isPresent()) {
                speak(socket, own.get());
            }
        } catch (IOException | GeneralSecurityException e) {
            log.debug("A line of the centre ended: {}", e.toString());
        } finally {
            left(socket);
        }
    }

    private void speak(Socket socket, KioskIdentity own) throws IOException, GeneralSecurityException {
        var tls = (SSLSocket) PeerTls.of(own, known.get()).getSocketFactory().createSocket(socket, null, true);
        tls.setUseClientMode(false);
        tls.setNeedClientAuth(true);
        tls.startHandshake();
        var peer = PeerTls.peer(tls.getSession()).filter(admitted);
        if (peer.isEmpty()) {
            log.warn("{} came, which is no kiosk of this centre", socket.getInetAddress());
            return;
        }
        var session = new Connected(peer.get());
        newest.put(peer.get(), session);
        socket.setSoTimeout(QUIET_MILLIS);
        var in = new DataInputStream(tls.getInputStream());
        var out = new DataOutputStream(tls.getOutputStream());
        while (session.stands()) {
            var question = Frames.read(in, LONGEST_ASK);
            if (!admitted.test(peer.get()) || !session.stands()) {
                return;
            }
            Frames.write(out, answering.answer(session, question));
        }
    }

    @Override
    public void close() {
        newest.clear();
        try {
            listening.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            log.debug("A line of the centre did not close: {}", e.getMessage());
        }
        threads.shutdownNow();
    }
}
