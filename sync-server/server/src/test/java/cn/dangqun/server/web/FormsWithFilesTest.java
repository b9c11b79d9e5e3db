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
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A form with a file is read only when it is known who sends it; until then it waits, and nothing of it is lost.
class FormsWithFilesTest {
    private static final int FORMS = 20;

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

    @Test
    void readsAFormWholeThatIsThereBeforeItsReader() throws IOException {
        var writer = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c1"))));
        var body = form(writer.token("/password"), new byte[40]);
        var head = "POST " + PICTURES + " HTTP/1.1\r\nHost: console\r\nConnection: close\r\nContent-Length: "
                + body.length + "\r\nContent-Type: " + FORM + "\r\nCookie: " + cookies(writer) + "\r\n\r\n";
        var atOnce = new ByteArrayOutputStream();
        atOnce.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        atOnce.writeBytes(body);

        for (int i = 0; i < FORMS; i++) {
            try (var socket = new Socket(console.address.getHost(), console.address.getPort())) {
                socket.getOutputStream().write(atOnce.toByteArray());
                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                // no such version; a form without its token would have been refused before
                assertTrue(answer.startsWith("HTTP/1.1 404 "), answer);
            }
        }
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
