package cn.dangqun.acceptance.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A process under test whose output is kept, line by line with the time it was seen. Ends with the test at the latest.
public final class ChildProcess implements AutoCloseable {
    // without this test's own folders: a Java archive of loaded classes takes nothing but jars
    private static final String CLASS_PATH = Pattern.compile(File.pathSeparator)
            .splitAsStream(System.getProperty("java.class.path"))
            .filter(each -> !each.contains("acceptance" + File.separator + "target"))
            .collect(Collectors.joining(File.pathSeparator));

    private final String name;
    private final Process process;
    private final Path log;
    private final List<Line> lines = new ArrayList<>();
    private final Thread reader;

    /// `nanos`: System.nanoTime when the line arrived here.
    public record Line(String text, long nanos) {}

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.reader = Thread.ofPlatform().daemon().name("output-of-" + name).start(this::read);
    }

    /// Starts a program; its output is also appended to `log`.
    public static ChildProcess start(String name, Path log, Map<String, String> environment, List<String> command)
            throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return new ChildProcess(name, builder.start(), log);
    }

    /// Starts a Java program on this test's class path.
    public static ChildProcess java(
            String name, Path log, Map<String, String> environment, List<String> options, List<String> mainAndArguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // started often and soon ended: nothing here runs long enough to be worth the second compiler
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
        command.add("-Duser.home=" + System.getProperty("user.home"));
        command.addAll(options);
        command.add("-cp");
        command.add(CLASS_PATH);
        command.addAll(mainAndArguments);
        return start(name, log, environment, command);
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                var copy = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var text = output.readLine(); text != null; text = output.readLine()) {
                keep(new Line(text, System.nanoTime()));
                copy.write(text);
                copy.newLine();
                copy.flush();
            }
        } catch (IOException e) {
            keep(new Line("(output lost: " + e.getMessage() + ")", System.nanoTime()));
        }
    }

    private void keep(Line line) {
        synchronized (lines) {
            lines.add(line);
            lines.notifyAll();
        }
    }

    /// Waits for a line at or after index `from` in which the pattern is found, and returns the match.
    public Matcher await(Pattern pattern, int from, Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        synchronized (lines) {
            for (int next = from; ; ) {
                for (; next < lines.size(); next++) {
                    var matcher = pattern.matcher(lines.get(next).text());
                    if (matcher.find()) {
                        return matcher;
                    }
                }
                long left = end - System.nanoTime();
                if (left <= 0 || (!process.isAlive() && !reader.isAlive())) {
                    throw new AssertionError(name + " never said " + pattern + "; its last lines:\n" + tail());
                }
                lines.wait(Math.min(100, 1 + TimeUnit.NANOSECONDS.toMillis(left)));
            }
        }
    }

    public Matcher await(String pattern, Duration deadline) throws InterruptedException {
        return await(Pattern.compile(pattern), 0, deadline);
    }

    /// All lines so far.
    public List<Line> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    public int lineCount() {
        synchronized (lines) {
            return lines.size();
        }
    }

    private String tail() {
        var from = Math.max(0, lines.size() - 30);
        return String.join(
                "\n", lines.subList(from, lines.size()).stream().map(Line::text).toList());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// SIGKILL, and everything it had written is read.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        reader.join();
    }

    /// SIGTERM, then SIGKILL after `patience`.
    public void stop(Duration patience) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
        reader.join();
    }

    @Override
    public void close() {
        try {
            stop(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
