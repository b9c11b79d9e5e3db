package cn.dangqun.kiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorLineTest {
    @Test
    void saysOneLineAndBringsTheAnswer() throws IOException {
        try (var port = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var heard = CompletableFuture.supplyAsync(() -> hear(port));

            assertEquals("ok", new SimulatorLine(port.getLocalPort()).say("tap uid 04A1"));
            assertEquals("tap uid 04A1", heard.join());
        }
    }

    @Test
    void failsWhenNobodyListens() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = socket.getLocalPort();
        }

        assertThrows(IOException.class, () -> new SimulatorLine(port).say("list"));
    }

    @Test
    void readsPeopleFromLabelAndCommand(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("people.tsv"), "正常　样例甲\ttap uid 04A1\n\n二维码\tcode DQ1:A\tB\n");

        assertEquals(
                List.of(new DemoPeople.Part("正常　样例甲", "tap uid 04A1"), new DemoPeople.Part("二维码", "code DQ1:A\tB")),
                DemoPeople.read(file));
    }

    @Test
    void refusesALineWithoutCommand(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("people.tsv"), "正常\n");

        assertThrows(IOException.class, () -> DemoPeople.read(file));
    }

    private static String hear(ServerSocket port) {
        try (var socket = port.accept()) {
            var line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            socket.getOutputStream().write("ok\n".getBytes(StandardCharsets.UTF_8));
            return line;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
