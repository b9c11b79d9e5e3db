package cn.dangqun.acceptance.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// An X display of its own with a window manager, as on a kiosk, and pictures of what is on it.
public final class VirtualDisplay implements AutoCloseable {
    private final String size;
    private final ChildProcess server;
    private final ChildProcess windowManager;
    private final String name;

    private VirtualDisplay(String size, ChildProcess server, ChildProcess windowManager, String name) {
        this.size = size;
        this.server = server;
        this.windowManager = windowManager;
        this.name = name;
    }

    public static VirtualDisplay open(int width, int height, Path folder) throws IOException, InterruptedException {
        var size = width + "x" + height;
        // the X server picks a free number itself and writes it to the given descriptor, here its standard output
        var server = ChildProcess.start(
                "Xvfb",
                folder.resolve("xvfb.log"),
                Map.of(),
                List.of("Xvfb", "-displayfd", "1", "-screen", "0", size + "x24", "-nolisten", "tcp"));
        var name = ":" + server.await("^(\\d+)$", Duration.ofSeconds(20)).group(1);
        var windowManager = ChildProcess.start(
                "openbox", folder.resolve("openbox.log"), Map.of("DISPLAY", name), List.of("openbox"));
        return new VirtualDisplay(size, server, windowManager, name);
    }

    public Map<String, String> environment() {
        return Map.of("DISPLAY", name);
    }

    /// Presses at each `x,y` in turn.
    public void press(String... places) throws IOException, InterruptedException {
        Finger.press(name, Finger.ONE_LOOK, List.of(places));
    }

    /// The same on keys that stay where they are, or by strokes in a field, as fast as a hand goes.
    public void type(String... keys) throws IOException, InterruptedException {
        Finger.press(name, Finger.NONE, List.of(keys));
    }

    /// Writes what is on the screen as PNG.
    public void picture(Path file) throws IOException, InterruptedException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var grab = new ProcessBuilder(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "error",
                        "-y",
                        "-f",
                        "x11grab",
                        "-video_size",
                        size,
                        "-i",
                        name,
                        "-frames:v",
                        "1",
                        file.toString())
                .inheritIO();
        var process = grab.start();
        if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("no picture of display " + name);
        }
    }

    @Override
    public void close() {
        windowManager.close();
        server.close();
    }
}
