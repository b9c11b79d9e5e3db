package cn.dangqun.bench.kiosk;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Goal;
import cn.dangqun.bench.figure.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Resident memory of a packaged kiosk after so many touches anywhere on its screen, with people who check in
/// between; beside it, a window with one label on the same Java. `MemoryBench TOUCHES EACH_MILLIS [PACKAGE]`.
public final class MemoryBench {
    private static final int STEPS = 10;
    private static final String BASELINE = "a window with one label";
    private static final double MEGABYTE = 1 << 20;

    private MemoryBench() {}

    public static void main(String[] arguments) throws Exception {
        int touches = Integer.parseInt(arguments[0]);
        int pause = Integer.parseInt(arguments[1]);
        var tree = PackageTree.named(arguments, 2);
        var folder = Files.createTempDirectory("memory");
        try (var screen = VirtualScreen.open();
                var centre = Centre.open(folder, tree, screen.display(), STEPS, List.of());
                var report = new Report()) {
            var least = window(tree, folder, screen.display());
            double most = 0;
            double own = 0;
            for (int step = 1; step <= STEPS; step++) {
                touch(screen.display(), touches / STEPS, pause, step);
                centre.checkIn(step);
                var now = Resident.of(centre.process());
                report.say(String.format(
                        "%d touches: %.0f MB, of which %.0f MB are files that it maps",
                        touches / STEPS * step, now.all() / MEGABYTE, now.files() / MEGABYTE));
                most = Math.max(most, now.all() / MEGABYTE);
                own = Math.max(own, (now.all() - now.files()) / MEGABYTE);
            }
            report.add(Figure.of("kiosk: memory, the most in " + touches + " touches", "MB", most)
                    .beside(BASELINE, least.all() / MEGABYTE)
                    .toward(Goal.atMost(300)));
            report.add(Figure.of("of it, without the files that it maps", "MB", own)
                    .beside(BASELINE, (least.all() - least.files()) / MEGABYTE));
        } finally {
            CheckInBench.delete(folder);
        }
    }

    private static Resident window(Path tree, Path folder, String display) throws IOException {
        var command = new ArrayList<>(MinimalWindow.java(tree, folder));
        command.add(MinimalWindow.class.getName());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DISPLAY", display);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        var window = builder.start();
        try (var said = window.inputReader()) {
            String line;
            do {
                line = said.readLine();
            } while (line != null && !line.contains(MinimalWindow.PAINTED));
            return Resident.of(window.toHandle());
        } finally {
            window.destroy();
        }
    }

    private static void touch(String display, int touches, int pause, int seed)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TouchMain.class.getName(),
                        Integer.toString(touches),
                        Integer.toString(pause),
                        Integer.toString(seed)))
                .inheritIO();
        builder.environment().put("DISPLAY", display);
        var toucher = builder.start();
        if (!toucher.waitFor(1, TimeUnit.HOURS) || toucher.exitValue() != 0) {
            throw new IOException("nobody could touch the screen");
        }
    }
}
