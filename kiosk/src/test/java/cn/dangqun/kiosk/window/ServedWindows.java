package cn.dangqun.kiosk.window;

import cn.dangqun.kiosk.appointment.FakeAppointments;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.queue.FakeQueue;
import cn.dangqun.kiosk.request.FakeRequests;
import cn.dangqun.kiosk.request.RequestServices;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.sync.WindowKey;
import cn.dangqun.kiosk.ui.Texts;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The pages on a real port with real TLS, over a queue and a staff's door that the test holds.
final class ServedWindows implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final SteppedClock clock = new SteppedClock(Samples.NOW);
    final FakeQueue queue = new FakeQueue();
    final FakeAppointments appointments = new FakeAppointments(queue);
    final Guards guards = new Guards();
    final List<Route> routes;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
    private final WindowKey key;
    private final WebServer server;

    ServedWindows() throws Exception {
        this(new FakeRequests().services());
    }

    ServedWindows(RequestServices requests) throws Exception {
        appointments.reset();
        key = TestKey.make(clock.instant());
        var sessions = new Sessions(guards, clock, ZONE);
        var signIn = new SignIn(guards, sessions, clock);
        var pages = new WindowRoutes(
                queue.services(),
                sessions,
                signIn,
                Stream.concat(
                                new RequestRoutes(requests, Texts.chinese(), clock, ZONE, worker).all().stream(),
                                new AppointmentRoutes(appointments.services(), Texts.chinese(), clock, worker)
                                        .all().stream())
                        .toList(),
                Texts.chinese(),
                clock,
                worker);
        routes = pages.all();
        var streams = new Streams(pages::look, worker);
        queue.services().desk().onChange(streams::changed);
        server = WebServer.start(0, key, new Neighbours(true), new Admission(key.address(), routes, sessions), streams);
    }

    int port() {
        return server.port();
    }

    String origin() {
        return "https://127.0.0.1:" + port();
    }

    /// A browser at this address of the machine.
    HttpClient client(String from) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(TestKey.trusting(key))
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.ofLiteral(from))
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    HttpRequest.Builder request(String path, Optional<String> cookie) {
        var request = HttpRequest.newBuilder(URI.create(origin() + path)).timeout(Duration.ofSeconds(20));
        cookie.ifPresent(each -> request.header("Cookie", "__Host-window=" + each));
        return request;
    }

    static HttpRequest.BodyPublisher form(Map<String, String> fields) {
        return HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }

    static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> signIn(HttpClient client, String name, String pin) throws Exception {
        return send(
                client,
                request("/login", Optional.empty())
                        .header("Origin", origin())
                        .POST(form(Map.of("name", name, "pin", pin))));
    }

    /// What the browser of somebody signed in holds.
    String cookie(HttpClient client) throws Exception {
        var set = signIn(client, Samples.staff().getFirst().name(), Guards.PIN)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        return set.substring(set.indexOf('=') + 1, set.indexOf(';'));
    }

    /// The token that the page of a session carries.
    String token(HttpClient client, String cookie) throws Exception {
        var page = send(client, request("/window", Optional.of(cookie)).GET()).body();
        int at = page.indexOf("data-token=\"") + "data-token=\"".length();
        return page.substring(at, page.indexOf('"', at));
    }

    @Override
    public void close() {
        server.close();
        worker.shutdownNow();
    }
}
