package cn.dangqun.acceptance.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The street's server as a process of its own, with its data in `folder`.
public final class StreetProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Path settings;
    private final ChildProcess process;
    private final String ready;

    private StreetProcess(Path folder, Path settings, ChildProcess process, String ready) {
        this.folder = folder;
        this.settings = settings;
        this.process = process;
        this.ready = ready;
    }

    /// Where a street keeps its files below `folder`, and how it listens; port 0 is any free port.
    public static Path settings(Path folder, int syncPort, boolean demo) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve("street.toml"), """
                data = "street"
                demo = %s
                [sync]
                host = "127.0.0.1"
                port = %d
                [console]
                host = "127.0.0.1"
                port = 0
                """.formatted(demo, syncPort));
    }

    public static StreetProcess start(Path folder, Path settings) throws IOException, InterruptedException {
        var process = Programs.street(folder.resolve("street.log"), settings, "serve", List.of());
        var ready = process.await("^ready (.*)$", PATIENCE).group(1);
        return new StreetProcess(folder, settings, process, ready);
    }

    private String said(String field) {
        return ifSaid(field)
                .orElseThrow(() -> new AssertionError("the server did not say its " + field + ": " + ready));
    }

    private Optional<String> ifSaid(String field) {
        var matcher = Pattern.compile("(?:^| )" + field + "=(\\S+)").matcher(ready);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    public int syncPort() {
        return Integer.parseInt(said("sync").replaceFirst(".*:", ""));
    }

    public String fingerprint() {
        return said("fingerprint");
    }

    public String console() {
        return said("console");
    }

    /// Of the demonstration, or of a [CrowdedStreet]: no other server tells one.
    public String login() {
        return ifSaid("login").orElse(CrowdedStreet.READER.login());
    }

    public String password() {
        return ifSaid("password").orElse(CrowdedStreet.READER.password());
    }

    /// A one-time code for a kiosk, made the way an administrator makes it: on the command line.
    public String enrolmentCode(String kiosk, String site) throws IOException, InterruptedException {
        try (var command =
                Programs.street(folder.resolve("enrol.log"), settings, "enrol-code", List.of(kiosk, "试验一体机", site))) {
            return command.await("code=(\\S+)", PATIENCE).group(1);
        }
    }

    /// What the first administrator signs in with, once.
    public String firstPassword() throws IOException, InterruptedException {
        try (var command = Programs.street(folder.resolve("first.log"), settings, "first-password", List.of())) {
            return command.await("一次性密码 (\\S+)", PATIENCE).group(1);
        }
    }

    public Path database() {
        return folder.resolve("street").resolve("street.db");
    }

    public ChildProcess process() {
        return process;
    }

    /// SIGTERM: an orderly end.
    public void stop() throws InterruptedException {
        process.stop(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        process.close();
    }
}
