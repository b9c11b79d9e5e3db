package cn.dangqun.acceptance.window;

import cn.dangqun.config.demo.DemoStreet;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/// A window without eyes, as fast as it can: it sends what the page's buttons send. It trusts the street's
/// authority for windows alone and looks at the name, so that every call of it proves the certificate.
final class HttpWindow implements Runnable {
    private static final Pattern TOKEN = Pattern.compile("data-token=\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("data-act=\"next\"[^>]*data-mark=\"([^\"]+)\"");
    private static final Pattern WAITING = Pattern.compile("等候 (\\d+) 人");
    private static final long AGAIN_NANOS = 200_000_000L;

    private final HttpClient client;
    private final String address;
    private final int window;
    private String cookie = "";
    private final BooleanSupplier over;
    private String token = "";

    HttpWindow(SSLContext trust, String address, int window) {
        this(trust, address, window, () -> true);
    }

    /// `over`: whether nobody comes any more.
    HttpWindow(SSLContext trust, String address, int window, BooleanSupplier over) {
        this.over = over;
        this.client = HttpClient.newBuilder()
                .sslContext(trust)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.address = address;
        this.window = window;
    }

    /// Calls one after another until nobody waits, whatever happens to the kiosk meanwhile.
    @Override
    public void run() {
        while (true) {
            try {
                if (token.isEmpty()) {
                    signIn();
                }
                boolean last = over.getAsBoolean();
                var page = body(send("/window/now", Map.of()));
                if (isEmpty(page)) {
                    if (last) {
                        return;
                    }
                    LockSupport.parkNanos(AGAIN_NANOS);
                }
                var next = NEXT.matcher(page);
                if (next.find()) {
                    body(send("/window/act", Map.of("act", "next", "mark", next.group(1))));
                }
            } catch (IOException e) {
                token = "";
                LockSupport.parkNanos(AGAIN_NANOS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean isEmpty(String page) {
        var waiting = WAITING.matcher(page);
        return waiting.find() && waiting.group(1).equals("0") && !page.contains("data-act=\"serve\"");
    }

    private void signIn() throws IOException, InterruptedException {
        var answer = send("/login", Map.of("name", Hall.person(window), "pin", DemoStreet.STAFF_PIN));
        var set = answer.headers().firstValue("Set-Cookie");
        if (set.isEmpty()) {
            throw new IOException("not signed in: " + answer.statusCode());
        }
        cookie = set.get().replaceAll(";.*", "");
        var page = TOKEN.matcher(body(send("/window", Map.of())));
        if (!page.find()) {
            throw new IOException("no page");
        }
        token = page.group(1);
        body(send("/window/act", Map.of("act", "sit", "to", Integer.toString(window))));
    }

    private HttpResponse<String> send(String path, Map<String, String> form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        if (!form.isEmpty()) {
            request.header("Origin", address)
                    .header("X-Form-Token", token)
                    .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                            .map(each ->
                                    each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&"))));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String body(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200 && answer.statusCode() != 409) {
            throw new IOException("answered " + answer.statusCode());
        }
        return answer.body();
    }
}
