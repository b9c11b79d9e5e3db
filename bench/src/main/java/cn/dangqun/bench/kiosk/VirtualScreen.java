package cn.dangqun.bench.kiosk;

import java.io.IOException;
import java.util.Optional;

/// The screen that kiosks are measured on: that of the machine, or a virtual one of a kiosk's size when it has none.
final class VirtualScreen implements AutoCloseable {
    private final Optional<Process> server;
    private final String display;

    private VirtualScreen(Optional<Process> server, String display) {
        this.server = server;
        this.display = display;
    }

    /// @throws IOException if the machine has no screen and no Xvfb
    static VirtualScreen open() throws IOException {
        var own = System.getenv("DISPLAY");
        if (own != null && !own.isEmpty()) {
            return new VirtualScreen(Optional.empty(), own);
        }
        var server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1080x1920x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var number = server.inputReader().readLine();
        if (number == null) {
            throw new IOException("Xvfb gives no screen");
        }
        return new VirtualScreen(Optional.of(server), ":" + number.strip());
    }

    /// As `DISPLAY` names it.
    String display() {
        return display;
    }

    @Override
    public void close() {
        server.ifPresent(Process::destroy);
    }
}
