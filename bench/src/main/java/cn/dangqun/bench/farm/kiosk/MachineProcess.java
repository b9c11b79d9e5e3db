package cn.dangqun.bench.farm.kiosk;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A kiosk as a process of its own, which can be killed like one and be denied the disk. For one thread at a time.
final class MachineProcess implements Machine {
    private static final Pattern ANSWER = Pattern.compile("ready|held (true|false)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration READING = Duration.ofSeconds(5);

    private final Process process;
    private final Consumer<Shown> screen;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final Thread listener;

    private MachineProcess(Process process, Consumer<Shown> screen) {
        this.process = process;
        this.screen = screen;
        this.listener = Thread.ofVirtual().name("machine").start(this::listen);
    }

    /// Returns when people can come.
    static MachineProcess switchOn(MachineSettings settings, BootClock boot, Consumer<Shown> screen)
            throws IOException, InterruptedException {
        var log = settings.data().resolveSibling(settings.bench() + "-process.log");
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-Dlogback.configurationFile=farm-logback.xml",
                "-Dfarm.log=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                MachineMain.class.getName(),
                settings.data().toString(),
                settings.bench(),
                Integer.toString(settings.port()),
                settings.fingerprint(),
                boot.bootId(),
                Long.toString(boot.sinceBoot().toMillis()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        var machine = new MachineProcess(process, screen);
        machine.await("ready", PATIENCE);
        return machine;
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("shown ")) {
                    screen.accept(Shown.parse(line));
                } else if (ANSWER.matcher(line).matches()) { // a log that finds no room may complain here
                    said.add(line);
                }
            }
        } catch (IOException e) {
            said.add("ended: " + e.getMessage()); // killed
        }
        said.add("ended");
    }

    private String await(String start, Duration time) throws IOException, InterruptedException {
        var line = said.poll(time.toNanos(), TimeUnit.NANOSECONDS);
        if (line == null || !line.startsWith(start)) {
            throw new IOException("a kiosk's process said " + line + " instead of " + start);
        }
        return line;
    }

    /// Says nothing of what came of it.
    void send(String words) throws IOException {
        var people = process.outputWriter(StandardCharsets.UTF_8);
        people.write(words);
        people.write('\n');
        people.flush();
    }

    @Override
    public boolean hold(String words) throws IOException, InterruptedException {
        send(words);
        return await("held ", READING).equals("held true");
    }

    /// SIGKILL; whatever it had said is heard.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        listener.join();
    }

    /// No file of this machine may grow beyond so many bytes.
    void limitFiles(long bytes) throws IOException, InterruptedException {
        limit(Long.toString(bytes));
    }

    void unlimitFiles() throws IOException, InterruptedException {
        limit("unlimited");
    }

    private void limit(String bytes) throws IOException, InterruptedException {
        var done = new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (done != 0) {
            throw new IOException("prlimit ended with " + done);
        }
    }

    @Override
    public void close() throws IOException {
        if (!process.isAlive()) {
            return; // killed
        }
        process.outputWriter(StandardCharsets.UTF_8).close();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("a kiosk's process did not end");
            }
            listener.join();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
