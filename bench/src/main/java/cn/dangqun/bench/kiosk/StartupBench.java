package cn.dangqun.bench.kiosk;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Goal;
import cn.dangqun.bench.figure.Report;
import cn.dangqun.bench.figure.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// From the start of the packaged kiosk's process to its first painted screen, as after a nightly restart; beside it,
/// in turns, a window with one label on the same Java. `StartupBench ROUNDS [PACKAGE]`: `PACKAGE` is the tree that
/// `./run package` leaves.
public final class StartupBench {
    private static final String PAINTED = "its first screen painted";
    private static final Duration SETTLED = Duration.ofSeconds(3);
    private static final int PATIENCE_SECONDS = 90;

    private final Path tree;
    private final Path folder;
    private final String display;

    private StartupBench(Path tree, Path folder, String display) {
        this.tree = tree;
        this.folder = folder;
        this.display = display;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(arguments[0]);
        var tree = PackageTree.named(arguments, 1);
        var folder = Files.createTempDirectory("startup");
        try (var screen = VirtualScreen.open();
                var report = new Report()) {
            new StartupBench(tree, folder, screen.display()).run(rounds, report);
        } finally {
            CheckInBench.delete(folder);
        }
    }

    private void run(int rounds, Report report) throws IOException, InterruptedException {
        var launcher = tree.resolve("usr/bin/dangqun-kiosk").toString();
        var kiosk = List.of(launcher, settings().toString());
        report.say(String.format(
                "the first start of all takes %.0f ms, and leaves what others learn from",
                started(kiosk, PAINTED, SETTLED)));
        var ours = new ArrayList<Double>();
        var least = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            ours.add(started(kiosk, PAINTED, Duration.ZERO));
            least.add(started(minimal(), MinimalWindow.PAINTED, Duration.ZERO));
        }
        report.add(Figure.of("kiosk: start to first painted screen", "ms", new Runs(ours))
                .beside("a window with one label", new Runs(least))
                .toward(Goal.ratioAtMost(1.5)));
    }

    /// Not enrolled and without a street, which a start does not wait for.
    private Path settings() throws IOException {
        return Files.writeString(folder.resolve("kiosk.toml"), """
                data = "data"
                site_name = "示例一社区党群服务中心"
                [server]
                host = "127.0.0.1"
                port = 9
                fingerprint = "%s"
                [screen]
                width = 1080
                height = 1920
                """.formatted("0".repeat(64)));
    }

    private List<String> minimal() throws IOException {
        var command = new ArrayList<>(MinimalWindow.java(tree, folder.resolve("cache")));
        command.add(MinimalWindow.class.getName());
        return command;
    }

    /// Milliseconds until it says so; then it is ended in order.
    private double started(List<String> command, String said, Duration stay) throws IOException, InterruptedException {
        var heard = Files.createTempFile(folder, "said", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(heard.toFile());
        builder.environment().put("DISPLAY", display);
        builder.environment()
                .put(
                        "CACHE_DIRECTORY",
                        Files.createDirectories(folder.resolve("cache")).toString());
        long began = System.nanoTime();
        var process = builder.start();
        while (!Files.readString(heard).contains(said)) {
            if (!process.isAlive()) {
                throw new IOException("it never said: " + said);
            }
            Thread.sleep(2);
        }
        double took = (System.nanoTime() - began) / 1e6;
        Thread.sleep(stay);
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return took;
    }
}
