package cn.dangqun.bench.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/// Somebody at the street who reads the console's pages and fills in its forms: what stands there is what counts.
public final class ConsoleReader {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client;
    private final URI address;
    private final String login;
    private final String password;

    /// What the page of one activity says. `merged`: it does not say 待合并.
    public record Figures(int due, int present, boolean merged) {}

    private ConsoleReader(HttpClient.Builder client, URI address, String login, String password) {
        this.client = client.version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        this.address = address;
        this.login = login;
        this.password = password;
    }

    public static ConsoleReader signIn(URI address, String login, String password)
            throws IOException, InterruptedException {
        var reader = new ConsoleReader(HttpClient.newBuilder(), address, login, password);
        reader.signIn();
        return reader;
    }

    /// Over TLS, to whom `trusting` trusts.
    public static ConsoleReader signIn(URI address, String login, String password, SSLContext trusting)
            throws IOException, InterruptedException {
        var reader = new ConsoleReader(HttpClient.newBuilder().sslContext(trusting), address, login, password);
        reader.signIn();
        return reader;
    }

    /// What goes on coming from there, such as a live view. Close it.
    public InputStream open(String path) throws IOException, InterruptedException {
        return client.send(page(path).build(), HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    private void signIn() throws IOException, InterruptedException {
        var token = find(TOKEN, text(send(page("/login"))));
        var form = "_csrf=" + encoded(token) + "&username=" + encoded(login) + "&password=" + encoded(password);
        text(send(HttpRequest.newBuilder(address.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Signs in again when the session has ended meanwhile.
    ///
    /// @throws AssertionError unless the page is there
    public String get(String path) throws IOException, InterruptedException {
        var answer = send(page(path));
        if (answer.uri().getPath().equals("/login")) {
            signIn();
            answer = send(page(path));
        }
        return text(answer);
    }

    /// Fills in a form that stands on `page` and sends it to `action`. Returns the page that comes of it.
    ///
    /// @throws AssertionError unless that page is there
    public String send(String page, String action, Map<String, String> fields)
            throws IOException, InterruptedException {
        var form = new StringBuilder("_csrf=").append(encoded(find(TOKEN, get(page))));
        fields.forEach(
                (name, value) -> form.append('&').append(name).append('=').append(encoded(value)));
        return text(send(HttpRequest.newBuilder(address.resolve(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))));
    }

    private HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).GET();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String text(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " at " + answer.uri());
        }
        return answer.body();
    }

    public Figures figures(String activity) throws IOException, InterruptedException {
        var page = get("/activities/" + activity);
        var head = page.substring(page.indexOf("data-activity=\"" + activity + "\""));
        return new Figures(
                Integer.parseInt(find(Pattern.compile("data-due=\"(\\d+)\""), head)),
                Integer.parseInt(find(Pattern.compile("data-present=\"(\\d+)\""), head)),
                Boolean.parseBoolean(find(Pattern.compile("data-merged=\"(\\w+)\""), head)));
    }

    /// The same figures from the exported table.
    public Figures exported(String activity) throws IOException, InterruptedException {
        var table = get("/activities/" + activity + "/export");
        return new Figures(
                Integer.parseInt(find(Pattern.compile("\"应到\",\"(\\d+)\""), table)),
                Integer.parseInt(find(Pattern.compile("\"实到\",\"(\\d+)\""), table)),
                !table.contains("待合并"));
    }

    /// In what state each member of its rolls stands in the exported table, in the table's order.
    public List<String> exportedStates(String activity) throws IOException, InterruptedException {
        return Pattern.compile("(?m)^\"\\d+\",\"[^\"]*\",\"[^\"]*\",\"([^\"]*)\"\\r?$")
                .matcher(get("/activities/" + activity + "/export"))
                .results()
                .map(line -> line.group(1))
                .toList();
    }

    /// Keeps what stands at the address, byte for byte.
    ///
    /// @throws AssertionError unless it is there
    public void download(String path, Path file) throws IOException, InterruptedException {
        get("/activities"); // signs in again when the session has ended meanwhile
        var answer =
                client.send(page(path).timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofFile(file));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " at " + answer.uri());
        }
    }

    private static String find(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in " + page.substring(0, Math.min(400, page.length())));
        }
        return found.group(1);
    }
}
