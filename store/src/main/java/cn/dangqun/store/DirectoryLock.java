package cn.dangqun.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/// Held while a process works in a data directory: two at once would each believe to be the only writer, and fork the
/// chain of facts. The system releases it when the process ends, however it ends.
public final class DirectoryLock implements AutoCloseable {
    /// One for kiosk and server, so that they exclude each other too.
    private static final String NAME = "in-use.lock";

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws DirectoryInUseException when another process, or another part of this one, holds it
    public static DirectoryLock take(Path directory) throws IOException {
        var channel = FileChannel.open(directory.resolve(NAME), CREATE, WRITE);
        boolean taken = false;
        try {
            taken = isTaken(channel);
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        if (!taken) {
            throw new DirectoryInUseException(directory);
        }
        return new DirectoryLock(channel);
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
