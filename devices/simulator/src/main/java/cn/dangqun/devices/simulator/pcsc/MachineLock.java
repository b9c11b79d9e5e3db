package cn.dangqun.devices.simulator.pcsc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One holder on this machine. The file also remembers the child process of the holder, so that the next holder can
/// end what a killed test left behind.
final class MachineLock implements AutoCloseable {
    /// Not `java.io.tmpdir`, which each test process has for itself.
    private static final Path SHARED = Path.of("/tmp");

    private static final Semaphore WITHIN_PROCESS = new Semaphore(1);
    private static final int POLL_MILLIS = 100;

    private final FileChannel file;

    private MachineLock(FileChannel file) {
        this.file = file;
    }

    static MachineLock acquire(String name, Duration deadline) throws IOException, InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        if (!WITHIN_PROCESS.tryAcquire(deadline.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IOException("another test of this process holds " + name);
        }
        boolean isHeld = false;
        try {
            var file = FileChannel.open(
                    SHARED.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            isHeld = isLocked(file, end);
            if (!isHeld) {
                file.close();
                throw new IOException("another process held " + name + " for " + deadline);
            }
            return new MachineLock(file);
        } finally {
            if (!isHeld) {
                WITHIN_PROCESS.release();
            }
        }
    }

    private static boolean isLocked(FileChannel file, long end) throws IOException, InterruptedException {
        while (System.nanoTime() < end) {
            // held by the channel, released with it
            @Nullable FileLock lock = file.tryLock();
            if (lock != null) {
                return true;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return false;
    }

    /// The process noted by the last holder, if it still runs.
    Optional<ProcessHandle> leftover() throws IOException {
        var text = ByteBuffer.allocate(20);
        file.read(text, 0);
        var pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
        return pid.matches("\\d+") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
    }

    void note(long pid) throws IOException {
        file.truncate(0);
        file.write(ByteBuffer.wrap(Long.toString(pid).getBytes(StandardCharsets.US_ASCII)), 0);
    }

    @Override
    public void close() throws IOException {
        file.close();
        WITHIN_PROCESS.release();
    }
}
