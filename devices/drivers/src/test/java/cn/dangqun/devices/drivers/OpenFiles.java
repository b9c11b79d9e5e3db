package cn.dangqun.devices.drivers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What this process holds: a driver that reconnects for months must not hold more each time.
public final class OpenFiles {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final Path THREADS = Path.of("/proc/self/task");

    private OpenFiles() {}

    public static long descriptors() {
        return count(DESCRIPTORS);
    }

    public static long threads() {
        return count(THREADS);
    }

    private static long count(Path directory) {
        try (var entries = Files.list(directory)) {
            return entries.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
