package cn.dangqun.devices.simulator.pcsc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The PC/SC service of this machine in the hands of one test: pcscd as a child process with a reader configuration of
/// its own, to be started, stopped and killed at will. Its socket is one per machine, so [#acquire] waits until no
/// other test, in this process or another, holds it. Not for several threads.
public final class PcscDaemon implements AutoCloseable {
    private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");
    private static final Path PID = Path.of("/run/pcscd/pcscd.pid");
    private static final Path PROGRAM = Path.of("/usr/sbin/pcscd");
    private static final Path VPCD = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
    private static final Duration READY = Duration.ofSeconds(20);
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int SLOTS = 2;

    private final MachineLock lock;
    private final Path home;
    private final List<VirtualReader> readers = new ArrayList<>();
    private @Nullable Process process;

    private PcscDaemon(MachineLock lock, Path home) {
        this.lock = lock;
        this.home = home;
    }

    /// Waits at most `deadline` for the machine's PC/SC service; nothing runs yet.
    ///
    /// @throws IOException when a needed package is not installed, or a foreign pcscd runs
    public static PcscDaemon acquire(Duration deadline) throws IOException, InterruptedException {
        for (var needed : List.of(PROGRAM, VPCD)) {
            if (!Files.exists(needed)) {
                throw new IOException(needed + " is missing: install pcscd and vsmartcard-vpcd");
            }
        }
        var lock = MachineLock.acquire("dangqun-pcscd.lock", deadline);
        try {
            lock.leftover().ifPresent(PcscDaemon::end);
            refuseForeign();
            var daemon = new PcscDaemon(lock, Files.createTempDirectory("pcscd"));
            daemon.configure();
            return daemon;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void refuseForeign() throws IOException {
        if (Files.exists(PID)) {
            // ends with a line break and a zero byte
            var pid = Long.parseLong(Files.readString(PID).replaceAll("\\D", ""));
            var foreign = ProcessHandle.of(pid)
                    .filter(p -> p.info().command().orElse("").equals(PROGRAM.toString()));
            if (foreign.isPresent()) {
                throw new IOException("pcscd " + pid + " runs and is not ours; stop it before testing");
            }
        }
    }

    private void configure() throws IOException {
        Files.createDirectories(SOCKET.getParent());
        Files.createDirectory(home.resolve("none"));
        int port = freePorts();
        var config = Files.createDirectory(home.resolve("virtual")).resolve("vpcd");
        Files.writeString(config, """
                FRIENDLYNAME "Virtual PCD"
                DEVICENAME   /dev/null:0x%X
                LIBPATH      %s
                CHANNELID    0x%X
                """.formatted(port, VPCD, port));
        for (int slot = 0; slot < SLOTS; slot++) {
            readers.add(new VirtualReader(port + slot));
        }
    }

    /// vpcd listens on one port per slot, counting up.
    private static int freePorts() throws IOException {
        for (int attempt = 0; attempt < 50; attempt++) {
            try (var first = new ServerSocket(0, 1, LOOPBACK)) {
                if (isFree(first.getLocalPort() + 1)) {
                    return first.getLocalPort();
                }
            }
        }
        throw new IOException("no two neighbouring ports are free");
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, LOOPBACK)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Starts pcscd with its virtual readers and waits until it listens.
    public void start() throws IOException, InterruptedException {
        launch("virtual");
    }

    /// Starts pcscd as if every reader were unplugged.
    public void startWithoutReaders() throws IOException, InterruptedException {
        launch("none");
    }

    private void launch(String config) throws IOException, InterruptedException {
        stop();
        Files.deleteIfExists(SOCKET);
        Files.deleteIfExists(PID);
        var started = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--foreground",
                        "--config",
                        home.resolve(config).toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("pcscd.log").toFile()))
                .start();
        process = started;
        lock.note(started.pid());
        await(() -> Files.exists(SOCKET) || !started.isAlive());
        if (!started.isAlive()) {
            throw new IOException("pcscd ended at once: " + Files.readString(home.resolve("pcscd.log")));
        }
    }

    /// Ends pcscd the way `systemctl stop` does.
    public void stop() throws InterruptedException {
        var running = process;
        process = null;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(5, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        }
    }

    /// Ends pcscd the way a crash does; its socket file stays behind.
    public void kill() throws InterruptedException {
        var running = process;
        process = null;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /// Slot 0 or 1 of the virtual reader.
    public VirtualReader reader(int slot) {
        return readers.get(slot);
    }

    @Override
    public void close() throws IOException {
        try {
            readers.forEach(VirtualReader::close);
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }

    private static void end(ProcessHandle leftover) {
        if (leftover.info().command().orElse("").equals(PROGRAM.toString())) {
            leftover.destroyForcibly();
            leftover.onExit().join();
        }
    }

    private static void await(BooleanSupplier condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + READY.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IOException("pcscd did not start within " + READY);
            }
            Thread.sleep(20);
        }
    }
}
