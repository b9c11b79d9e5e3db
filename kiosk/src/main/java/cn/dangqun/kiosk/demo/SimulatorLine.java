package cn.dangqun.kiosk.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Says one command to the simulator's control port on this machine. Blocks; call from a background thread.
public final class SimulatorLine {
    private static final int PATIENCE_MILLIS = 2000;

    private final int port;

    public SimulatorLine(int port) {
        this.port = port;
    }

    /// @return the simulator's answer, `ok` or `error …`
    /// @throws IOException when nobody answers
    public String say(String command) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (answer == null) {
                throw new IOException("the simulator closed the line");
            }
            return answer;
        }
    }
}
