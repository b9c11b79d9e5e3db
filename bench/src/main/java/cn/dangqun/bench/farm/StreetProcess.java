package cn.dangqun.bench.farm;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The street's server as a process of its own, so that it can be killed like one. Thread-safe but for its start and
/// end.
final class StreetProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("(?m)^ready .*sync=\\S+:(\\d+) .*console=(\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Path settings;
    private final Path output;
    private final Path log;
    private volatile Process process;
    private volatile Ready ready;

    StreetProcess(Path settings) throws IOException, InterruptedException {
        this.settings = settings;
        this.output = settings.resolveSibling("street.out");
        this.log = settings.resolveSibling("street.log");
        this.process = launch();
        this.ready = awaitReady();
    }

    /// Where it listens for kiosks; another port after every start.
    int port() {
        return ready.port();
    }

    /// Where people read its pages; another address after every start.
    URI console() {
        return ready.console();
    }

    private record Ready(int port, URI console) {}

    /// SIGKILL, in the middle of whatever it does.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException, InterruptedException {
        process = launch();
        ready = awaitReady();
    }

    private Process launch() throws IOException {
        Files.deleteIfExists(output);
        return new ProcessBuilder(java("serve", settings.toString()))
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /// A command of the server's command line beside the running one. Returns its exit code.
    int command(String name, String... arguments) throws IOException, InterruptedException {
        var command = java(name, settings.toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()
                .waitFor();
    }

    private static List<String> java(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // started often and soon killed
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "cn.dangqun.server.ServerMain"));
        command.addAll(List.of(arguments));
        return command;
    }

    private Ready awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var said = said();
            if (said.isPresent()) {
                return said.get();
            }
            if (process.waitFor(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the street's server ended with " + process.exitValue() + ", see " + log);
            }
        }
        throw new IOException("the street's server was not ready in " + PATIENCE.toSeconds() + " s, see " + log);
    }

    private Optional<Ready> said() throws IOException {
        var matcher = READY.matcher(Files.exists(output) ? Files.readString(output) : "");
        return matcher.find()
                ? Optional.of(new Ready(Integer.parseInt(matcher.group(1)), URI.create(matcher.group(2))))
                : Optional.empty();
    }

    /// SIGTERM, and SIGKILL when that does not end it.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
