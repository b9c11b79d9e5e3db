package cn.dangqun.kiosk.window;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.kiosk.sync.WindowCertificate;
import cn.dangqun.kiosk.sync.WindowKey;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves the pages while there is a certificate for the address that the street has named, and stops when there is
/// none. Starts and stops on its own thread, which may wait for disk and network.
final class WindowPages implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WindowPages.class);
    private static final long LOOK_SECONDS = 60;
    private static final String NOWHERE = "-";

    private final WindowCertificate certificate;
    private final KioskSettings.Window settings;
    private final Clock clock;
    private final Sessions sessions;
    private final WindowRoutes routes;
    private final Streams streams;
    private final ScheduledExecutorService worker;
    private Optional<Serving> serving = Optional.empty();
    private volatile WindowState state = new WindowState.NoAddress();

    private record Serving(WindowKey key, WebServer server) {}

    WindowPages(
            WindowCertificate certificate,
            KioskSettings.Window settings,
            Clock clock,
            Sessions sessions,
            WindowRoutes routes,
            Streams streams,
            ScheduledExecutorService worker) {
        this.certificate = certificate;
        this.settings = settings;
        this.clock = clock;
        this.sessions = sessions;
        this.routes = routes;
        this.streams = streams;
        this.worker = worker;
    }

    void begin() {
        certificate.onChange(() -> worker.execute(this::look));
        var _ = worker.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    WindowState state() {
        return state;
    }

    private void look() {
        var now = certificate.state();
        var key = now.usable().filter(each -> each.expires().isAfter(clock.instant()));
        if (!serving.map(Serving::key).equals(key)) {
            serving.map(Serving::server).ifPresent(WebServer::close);
            serving = key.flatMap(this::serve);
        }
        state = key.map(this::served).orElseGet(() -> unserved(now));
    }

    private Optional<Serving> serve(WindowKey key) {
        try {
            var admission = new Admission(key.address(), routes.all(), sessions);
            var neighbours = new Neighbours(settings.innerOnly());
            return Optional.of(new Serving(key, WebServer.start(settings.port(), key, neighbours, admission, streams)));
        } catch (IOException e) {
            log.error("The window page cannot be served: {}", String.valueOf(e.getCause()));
            return Optional.empty();
        }
    }

    private WindowState served(WindowKey key) {
        if (serving.isEmpty()) {
            return new WindowState.PortTaken(settings.port());
        }
        if (!OwnAddresses.leadsHere(key.address())) {
            return new WindowState.Elsewhere(key.address(), OwnAddresses.shown());
        }
        var base = "https://" + key.address() + ":" + serving.get().server().port();
        return new WindowState.Served(base + "/window", base + "/display");
    }

    private static WindowState unserved(WindowCertificate.State now) {
        if (now.usable().isPresent()) {
            return new WindowState.Expired(now.usable().get().address());
        }
        return now.told().isEmpty() || now.told().equals(NOWHERE)
                ? new WindowState.NoAddress()
                : new WindowState.NoCertificate(now.told());
    }

    @Override
    public void close() {
        worker.shutdownNow();
        serving.map(Serving::server).ifPresent(WebServer::close);
    }
}
