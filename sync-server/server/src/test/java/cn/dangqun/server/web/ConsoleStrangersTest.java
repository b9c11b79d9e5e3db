package cn.dangqun.server.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Connections that ask for nothing, and more of them than there may be.
@Timeout(120)
class ConsoleStrangersTest {
    private static final int MANY = 600;

    @Test
    void makeRoomAndNeverTakeThePlaceOfSomebodySignedIn(@TempDir Path directory) throws Exception {
        var console = new ConsoleUnderTest(directory);
        var strangers = new ArrayList<Socket>();
        try {
            var visitor = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
            var cookies = visitor.cookies.getCookieStore().getCookies().stream()
                    .map(each -> each.getName() + "=" + each.getValue())
                    .collect(Collectors.joining("; "));
            var known = new Socket(console.address.getHost(), console.address.getPort());
            strangers.add(known);
            assertEquals("HTTP/1.1 200 OK", ask(known, cookies));

            for (int each = 0; each < MANY; each++) {
                strangers.add(half(console));
            }

            assertEquals(-1, strangers.get(1).getInputStream().read(), "the oldest gave way");
            assertEquals("HTTP/1.1 200 OK", ask(known, cookies));
            assertEquals(200, console.visitor().get("/login").statusCode());
            assertTrue(strangers.getLast().getInputStream().available() == 0, "the newest is still waited for");
        } finally {
            close(strangers);
            console.close();
        }
    }

    private static Socket half(ConsoleUnderTest console) throws IOException {
        var socket = new Socket(console.address.getHost(), console.address.getPort());
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write("GET /login HTTP/1.1\r\nHost: ".getBytes(US_ASCII));
        return socket;
    }

    /// The status line; the rest of the answer is read away.
    private static String ask(Socket socket, String cookies) throws IOException {
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write(("GET /activities HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies + "\r\n\r\n")
                        .getBytes(US_ASCII));
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        var length = head.toString().replaceAll("(?s).*content-length: (\\d+).*", "$1");
        socket.getInputStream().readNBytes(Integer.parseInt(length));
        return head.substring(0, head.indexOf("\r"));
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (var each : sockets) {
            each.close();
        }
    }
}
