package cn.dangqun.acceptance.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A kiosk as a process of its own. `folder` outlives the process: starting again finds the same ledger.
public final class KioskProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    /// What the kiosk says after a screen has really been drawn.
    public static final Pattern SHOWN = Pattern.compile("shown ([A-Z_]+) fact=(\\S+)");

    private final ChildProcess process;
    private final int controlPort;

    private KioskProcess(ChildProcess process, int controlPort) {
        this.process = process;
        this.controlPort = controlPort;
    }

    /// What a kiosk needs to know of its street, its window and its reader; without a `code` people enrol it.
    public record Plan(
            Path folder, int streetPort, String fingerprint, String code, int width, int height, String devices) {}

    /// Reader and scanner that do what the control port says.
    public static String simulatedDevices(int controlPort) {
        return """
                [[device]]
                name = "读卡器"
                driver = "sim-reader"
                [[device]]
                name = "扫码器"
                driver = "sim-scanner"
                [[device]]
                name = "模拟器"
                driver = "sim-control"
                port = %d
                """.formatted(controlPort);
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, LOOPBACK)) {
            return socket.getLocalPort();
        }
    }

    public static Path write(Plan plan) throws IOException {
        Files.createDirectories(plan.folder());
        return Files.writeString(plan.folder().resolve("kiosk.toml"), """
                data = "kiosk"
                site_name = "试验社区党群服务中心"
                [server]
                host = "127.0.0.1"
                port = %d
                fingerprint = "%s"
                [screen]
                width = %d
                height = %d
                full_screen = false
                %s
                [demo]
                %s
                """.formatted(
                        plan.streetPort(),
                        plan.fingerprint(),
                        plan.width(),
                        plan.height(),
                        plan.devices(),
                        plan.code().isEmpty() ? "" : "enrolment_code = \"" + plan.code() + "\""));
    }

    /// Starts and returns at once; see [#awaitRoster].
    public static KioskProcess start(
            Path settings, int controlPort, Map<String, String> environment, List<String> options) throws IOException {
        return new KioskProcess(
                Programs.kiosk(settings.resolveSibling("kiosk.log"), settings, environment, options), controlPort);
    }

    /// Waits until the kiosk knows its roll, listens to its devices and has its window open.
    public void awaitRoster() throws InterruptedException {
        process.await("roster of [1-9]\\d* members ready", PATIENCE);
        process.await("Kiosk window open", PATIENCE);
    }

    /// The hand that holds cards to the simulated reader; one connection, one answer a command.
    public Hand hand() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return new Hand(new Socket(LOOPBACK, controlPort));
            } catch (IOException e) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }

    /// Holds cards and codes to the kiosk's simulated devices.
    public static final class Hand implements AutoCloseable {
        private final Socket socket;
        private final Writer out;
        private final BufferedReader in;

        Hand(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(20_000);
            this.out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        public void tap(byte[] uid) throws IOException {
            out.write("tap uid " + HexFormat.of().formatHex(uid) + "\n");
            out.flush();
        }

        /// As a reader of resident cards gives it.
        public void tapNumber(String number) throws IOException {
            out.write("tap number " + number + "\n");
            out.flush();
        }

        public void showCode(String text) throws IOException {
            out.write("code " + text + "\n");
            out.flush();
        }

        /// The simulator's answer to the oldest command not yet answered.
        public String answer() throws IOException {
            return String.valueOf(in.readLine());
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
