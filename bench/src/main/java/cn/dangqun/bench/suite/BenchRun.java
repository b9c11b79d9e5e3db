package cn.dangqun.bench.suite;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.FigureFile;
import cn.dangqun.bench.figure.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One benchmark in a Java process of its own, so that none is measured on the heap and the compiled code of another.
final class BenchRun {
    private final Benchmark benchmark;
    private final Order order;
    private final Path measured;

    BenchRun(Benchmark benchmark, Order order) {
        this.benchmark = benchmark;
        this.order = order;
        this.measured = order.folder().resolve(benchmark.name() + ".json");
    }

    /// Returns the exit code. What it says is seen while it runs.
    int run() throws IOException, InterruptedException {
        Files.createDirectories(order.folder());
        Files.deleteIfExists(measured);
        return new ProcessBuilder(command()).inheritIO().start().waitFor();
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xmx" + benchmark.heap(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=farm-logback.xml",
                "-Dfarm.log=" + order.folder().resolve(benchmark.name() + ".log"),
                "-D" + Report.FILE + "=" + measured));
        if (order.profile()) {
            command.add("-XX:StartFlightRecording=settings=profile,filename=" + recording());
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), benchmark.program()));
        command.addAll(order.argumentsOf(benchmark));
        return command;
    }

    /// Where it leaves its flight recording, if asked to.
    Path recording() {
        return order.folder().resolve(benchmark.name() + ".jfr");
    }

    /// Draws where its time went, from the recording it left, and returns the picture; beside the recording.
    Path drawFlames() throws IOException {
        var picture = order.folder().resolve(benchmark.name() + ".svg");
        Files.writeString(picture, FlameGraph.of(recording()).draw());
        return picture;
    }

    /// What it left, after it ended well.
    List<Figure> figures() {
        return Files.exists(measured) ? FigureFile.read(measured) : List.of();
    }
}
