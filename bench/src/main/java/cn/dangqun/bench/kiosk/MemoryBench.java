package cn.dangqun.bench.kiosk;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Goal;
import cn.dangqun.bench.figure.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Resident memory of a packaged kiosk after so many touches anywhere on its screen, with people who check in between.
/// `MemoryBench TOUCHES EACH_MILLIS [PACKAGE]`.
public final class MemoryBench {
    private static final int STEPS = 10;
    private static final double MEGABYTE = 1 << 20;

    private MemoryBench() {}

    public static void main(String[] arguments) throws Exception {
        int touches = Integer.parseInt(arguments[0]);
        int pause = Integer.parseInt(arguments[1]);
        var tree = PackageTree.named(arguments, 2);
        var folder = Files.createTempDirectory("memory");
        try (var screen = VirtualScreen.open();
                var centre = Centre.open(folder, tree, screen.display(), STEPS);
                var report = new Report()) {
            double most = 0;
            for (int step = 1; step <= STEPS; step++) {
                touch(screen.display(), touches / STEPS, pause, step);
                double now = centre.resident() / MEGABYTE;
                report.say(String.format("%d touches: %.0f MB", touches / STEPS * step, now));
                most = Math.max(most, now);
            }
            report.add(Figure.of("kiosk: memory, the most in " + touches + " touches", "MB", most)
                    .toward(Goal.atMost(300)));
        } finally {
            CheckInBench.delete(folder);
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
