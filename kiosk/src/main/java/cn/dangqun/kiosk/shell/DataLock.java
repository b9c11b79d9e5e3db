package cn.dangqun.kiosk.shell;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/// Keeps a second kiosk process off the same data: two writers would fork the chain of facts.
final class DataLock implements AutoCloseable {
    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws IOException when another kiosk holds it
    static DataLock take(Path data) throws IOException {
        var channel = FileChannel.open(data.resolve("kiosk.lock"), CREATE, WRITE);
        if (!isTaken(channel)) {
            channel.close();
            throw new IOException("another kiosk uses " + data);
        }
        return new DataLock(channel);
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by this very process
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
