package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.kiosks.StreetCa;
import cn.dangqun.server.vault.Vault;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console behind a real nginx with TLS, as a browser on another machine meets it: once with the block that the
/// manual orders, once with what somebody writes who knows only `proxy_pass`.
@Tag("real-time")
class BehindNginxTest {
    private static final Path MANUAL = Path.of("../../docs/部署手册.md");
    private static final Pattern BLOCK = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BROWSER = "127.0.0.2";
    private static final String BARE = """
            server {
                listen 443 ssl;
                ssl_certificate /etc/dangqun/console.pem;
                ssl_certificate_key /etc/dangqun/console.key;
                location / {
                    proxy_pass http://127.0.0.1:8080;
                }
            }
            """;

    @TempDir
    Path directory;

    private ConsoleUnderTest console;
    private Process nginx;
    private URI address;
    private final CookieManager cookies = new CookieManager();
    private HttpClient browser;

    @BeforeEach
    void open() {
        console = ConsoleUnderTest.behind(directory, InetAddress.ofLiteral("127.0.0.1"));
        console.account("yunwei", Role.STREET_ADMIN, Scope.wholeStreet());
    }

    @AfterEach
    void close() throws InterruptedException {
        browser.close();
        nginx.destroy();
        nginx.waitFor();
        console.close();
    }

    @Test
    void worksWithTheBlockThatTheManualOrders() throws Exception {
        serve(block());

        var welcome = signIn("Origin", origin());

        assertEquals(303, welcome.statusCode(), welcome.body());
        var given = welcome.headers().allValues("set-cookie");
        assertTrue(
                given.stream().allMatch(each -> each.startsWith("__Host-") && each.contains("Secure")),
                given::toString);
        assertTrue(welcome.headers().firstValue("strict-transport-security").isPresent());
        assertEquals(List.of(BROWSER), remotes(), "not the proxy, and not what the browser claims");
        assertEquals("event: whole", firstLine("/live/activities"));
    }

    @Test
    void letsPeopleInWhereTheProxyNamesItself() throws Exception {
        serve(BARE);

        assertEquals(303, signIn("Sec-Fetch-Site", "same-origin").statusCode());
        assertEquals("event: whole", firstLine("/live/activities"));
    }

    @Test
    void saysWhatIsWrongWhereAnOldBrowserMeetsAProxyThatNamesItself() throws Exception {
        serve(BARE);

        var refused = signIn("Origin", origin());

        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("反向代理"), refused.body());
        assertFalse(refused.body().contains("页面已过期"));
    }

    private static String block() throws IOException {
        var found = BLOCK.matcher(Files.readString(MANUAL));
        assertTrue(found.find(), "the manual has no block for nginx");
        return found.group(1);
    }

    /// Only addresses and places differ from what is written.
    private void serve(String block) throws Exception {
        int port = freePort();
        address = URI.create("https://127.0.0.1:" + port);
        var secrets = Vault.in(directory).secrets();
        var identity =
                StreetCa.open(secrets, Clock.systemUTC(), new SecureRandom()).identity(secrets, List.of("127.0.0.1"));
        var chain = Files.writeString(
                directory.resolve("chain.pem"), identity.console().orElseThrow().chain());
        var key = Files.writeString(
                directory.resolve("chain.key"), identity.console().orElseThrow().key());
        var written = block.replace("listen 443", "listen 127.0.0.1:" + port)
                .replace("/etc/dangqun/console.pem", chain.toString())
                .replace("/etc/dangqun/console.key", key.toString())
                .replace("http://127.0.0.1:8080", console.address.toString());
        start(port, written);
        browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.ofLiteral(BROWSER))
                .cookieHandler(cookies)
                .sslContext(TestTls.trusting(certificate(identity.authority())))
                .build();
    }

    private static X509Certificate certificate(String pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    private void start(int port, String servers) throws Exception {
        var folder = Files.createDirectories(directory.resolve("nginx"));
        var written = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                worker_processes 1;
                pid %1$s/pid;
                error_log stderr;
                events {}
                http {
                    access_log off;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                %2$s
                }
                """.formatted(folder, servers));
        nginx = new ProcessBuilder("/usr/sbin/nginx", "-p", folder.toString(), "-c", written.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        TestBrowser.until(() -> listens(port));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean listens(int port) {
        assertTrue(nginx.isAlive(), () -> "nginx ended: " + directory.resolve("nginx/log"));
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private String origin() {
        return address.toString();
    }

    /// With the headers of a browser, and with an address that it claims for itself.
    private HttpResponse<String> signIn(String header, String value) throws Exception {
        var page = browser.send(request("/login").build(), HttpResponse.BodyHandlers.ofString());
        var token = TOKEN.matcher(page.body());
        assertTrue(token.find(), page.body());
        var form = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&username=yunwei&password="
                + URLEncoder.encode(ConsoleUnderTest.PASSWORD, StandardCharsets.UTF_8);
        var request = request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", "203.0.113.9")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(20));
    }

    /// What comes while the page goes on: nothing is held back.
    private String firstLine(String path) throws Exception {
        var answer = browser.send(request(path).build(), HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            return CompletableFuture.supplyAsync(() -> read(lines)).get(10, TimeUnit.SECONDS);
        }
    }

    private static String read(BufferedReader lines) {
        try {
            return String.valueOf(lines.readLine());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<String> remotes() {
        return console.database.read(handle -> handle.createQuery("SELECT remote FROM audit_entry WHERE street = 1")
                .mapTo(String.class)
                .list());
    }
}
