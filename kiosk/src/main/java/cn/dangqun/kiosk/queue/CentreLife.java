package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.centre.PeerLine;
import cn.dangqun.kiosk.centre.PeerServer;
import cn.dangqun.kiosk.sync.KioskIdentity;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens for the other kiosks of the centre while there are any, and keeps the line to the host. Everything on
/// `worker`, a thread of its own.
final class CentreLife implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CentreLife.class);
    private static final long BEAT_MILLIS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Supplier<Optional<Centre>> centre;
    private final GuestLine line;
    private final HostDesk hosting;
    private final Known known;
    private final int port;
    private final ScheduledExecutorService worker;
    private @Nullable PeerServer server;
    private boolean complained;
    private int presence;

    /// Who this kiosk is, and a time that has certainly been.
    record Known(Supplier<Optional<KioskIdentity>> identity, Supplier<Instant> now) {}

    /// `port`: where kiosks of this centre find one another.
    CentreLife(
            Supplier<Optional<Centre>> centre,
            GuestLine line,
            HostDesk hosting,
            Known known,
            int port,
            ScheduledExecutorService worker) {
        this.centre = centre;
        this.line = line;
        this.hosting = hosting;
        this.known = known;
        this.port = port;
        this.worker = worker;
    }

    static GuestLine.Lines lines(Known known, int port) {
        return peer -> {
            var own = known.identity().get();
            if (own.isEmpty() || peer.address().isEmpty()) {
                throw new IOException("nobody has said where " + peer.id() + " is");
            }
            return GuestLine.of(PeerLine.open(
                    new InetSocketAddress(peer.address(), port),
                    new KioskId(peer.id()),
                    own.get(),
                    known.now().get(),
                    PATIENCE));
        };
    }

    void begin() {
        var _ = worker.scheduleWithFixedDelay(this::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            var now = centre.get();
            listen(now);
            line.beat(now);
            tellOfSilence(now);
        } catch (RuntimeException e) {
            log.error("The kiosks of the centre cannot be kept together now", e);
        }
    }

    private void listen(Optional<Centre> now) {
        var current = server;
        if (now.isEmpty() && current != null) {
            current.close();
            server = null;
        }
        if (now.isPresent() && current == null) {
            try {
                server = PeerServer.start(
                        port,
                        known.identity(),
                        known.now(),
                        other -> centre.get().filter(each -> each.isPeer(other)).isPresent(),
                        hosting);
                complained = false;
            } catch (IOException e) {
                if (!complained) {
                    log.error("Other kiosks of the centre cannot reach this one at port {}: {}", port, e.getMessage());
                }
                complained = true;
            }
        }
    }

    /// Pages say since when another kiosk is silent: nothing else would draw them anew.
    private void tellOfSilence(Optional<Centre> now) {
        int present = now.filter(Centre::isHost).isPresent() ? hosting.present() : 0;
        if (present != presence) {
            presence = present;
            hosting.changed();
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
        if (server != null) {
            server.close();
        }
    }
}
