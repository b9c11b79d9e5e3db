package cn.dangqun.devices.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.credential.Credential;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The control port on a real socket.
@Timeout(60)
class SimulatorControlTest {
    private int port;
    private RunningBench running;

    @BeforeEach
    void start() throws Exception {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void obeysOneCommandALine() throws Exception {
        run();
        try (var caller = call()) {
            assertEquals("ok", caller.say("tap uid 04A1B2C3D4E5F6"));
            assertEquals("ok", caller.say("code 样例"));
        }

        var key = RunningBench.KEYER.ofUid(HexFormat.of().parseHex("04a1b2c3d4e5f6"));
        assertEquals(key, running.await(Credential.Card.class).key());
        assertEquals(new Credential.Code("样例"), running.await(Credential.Code.class));
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws Exception {
        run();
        for (var network : NetworkInterface.networkInterfaces().toList()) {
            for (var address : network.inetAddresses().toList()) {
                if (!address.isLoopbackAddress()) {
                    assertThrows(IOException.class, () -> new Socket(address, port).close(), address.toString());
                }
            }
        }
        call().close();
    }

    @Test
    void isNotThereUnlessConfigured() throws Exception {
        running = new RunningBench();

        assertThrows(ConnectException.class, this::call);
    }

    @Test
    void hangsUpOnAWebPage() throws Exception {
        run();
        try (var caller = call()) {
            assertEquals("error unknown command", caller.say("POST / HTTP/1.1\r\n\r\ntap bad CARD_MOVED"));

            assertNull(caller.listen());
        }
    }

    @Test
    void hangsUpOnALineWithoutEnd() throws Exception {
        run();
        try (var caller = call()) {
            assertNull(caller.say("code " + "x".repeat(SimulatorControl.MAX_LINE_BYTES)));
        }
        try (var caller = call()) {
            assertTrue(caller.say("list").startsWith("ok"));
        }
    }

    @Test
    void hangsUpOnTheFifthCaller() throws Exception {
        run();
        try (var one = call();
                var two = call();
                var three = call();
                var four = call()) {
            for (var caller : new Caller[] {one, two, three, four}) {
                assertTrue(caller.say("list").startsWith("ok"));
            }
            try (var fifth = call()) {
                assertNull(fifth.listen());
            }
        }
    }

    private void run() throws InterruptedException {
        running = new RunningBench(Map.of("port", Integer.toString(port)));
    }

    private Caller call() throws IOException {
        return new Caller(new Socket(InetAddress.ofLiteral("127.0.0.1"), port));
    }

    private static final class Caller implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader answers;

        Caller(Socket socket) throws IOException {
            this.socket = socket;
            this.answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        String say(String line) throws IOException {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            return listen();
        }

        /// Null when the other end hung up, politely or not.
        String listen() {
            try {
                return answers.readLine();
            } catch (IOException e) {
                return null;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
