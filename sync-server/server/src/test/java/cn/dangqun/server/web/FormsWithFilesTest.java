package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.content.PictureWorkshop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A form with a file is read only when it is known who sends it; until then it waits, and nothing of it is lost.
class FormsWithFilesTest {
    private static final int EVERY = 7;

    private static final String FORM = "multipart/form-data; boundary=b";
    private static final String PICTURES = "/wall/versions/none/pictures";

    private ConsoleUnderTest console;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
    }

    @AfterEach
    void close() {
        console.close();
    }

    /// A form that comes in two pieces is the same wherever it is cut, also between the two bytes that end a line.
    @Test
    void readsAFormWhereverItIsCut() throws IOException {
        var writer = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c1"))));
        var body = form(writer.token("/password"), "a,b\r\n".getBytes(StandardCharsets.UTF_8));
        var head = "POST " + PICTURES + " HTTP/1.1\r\nHost: console\r\nConnection: close\r\nTransfer-Encoding: chunked"
                + "\r\nContent-Type: " + FORM + "\r\nCookie: " + cookies(writer) + "\r\n\r\n";

        for (int cut = 1; cut < body.length; cut++) {
            if (body[cut - 1] != '\r' && cut % EVERY != 0) {
                continue;
            }
            var all = new ByteArrayOutputStream();
            all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
            all.writeBytes(piece(Arrays.copyOf(body, cut)));
            all.writeBytes(piece(Arrays.copyOfRange(body, cut, body.length)));
            all.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            try (var socket = new Socket(console.address.getHost(), console.address.getPort())) {
                socket.getOutputStream().write(all.toByteArray());
                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                // no such version; a form without its token would have been refused before
                assertTrue(answer.startsWith("HTTP/1.1 404 "), "cut at " + cut + ": " + answer);
            }
        }
    }

    private static byte[] piece(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        out.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(bytes);
        out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    @Test
    void tellsWhoMayNotInWordsHoweverLargeTheFile() {
        var staff = console.visitor(Role.DUTY_STAFF, Scope.wholeStreet());
        var large = new byte[(int) PictureWorkshop.LONGEST_FILE];

        for (int i = 0; i < 3; i++) {
            var answer = upload(staff, "any", large);
            assertEquals(403, answer.statusCode());
            assertTrue(answer.body().contains("</html>"));
        }
        assertEquals(200, staff.get("/password").statusCode());
    }

    /// Such as a browser's own reload of an address that somebody typed.
    @Test
    void tellsWhoMayNotInWordsAlsoWithoutAFile() {
        var staff = console.visitor(Role.DUTY_STAFF, Scope.wholeStreet());

        for (var path : new String[] {PICTURES, PICTURES + "/"}) {
            for (var body : new String[] {"", "a=b"}) {
                var answer = staff.send(staff.request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
                assertEquals(403, answer.statusCode(), path + " " + body);
                assertTrue(answer.body().contains("</html>"));
            }
        }
    }

    private static String cookies(Visitor who) {
        return who.cookies.getCookieStore().getCookies().stream()
                .map(each -> each.getName() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }

    private static HttpResponse<String> upload(Visitor who, String token, byte[] file) {
        return who.send(who.request(PICTURES)
                .header("Content-Type", FORM)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form(token, file))));
    }

    private static byte[] form(String token, byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--b\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
