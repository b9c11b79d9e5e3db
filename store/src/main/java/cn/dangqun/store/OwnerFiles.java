package cn.dangqun.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files and directories that only the process's own account may read. All writes survive a power cut whole or not at
/// all.
public final class OwnerFiles {
    /// How the name of a file ends that is not whole yet.
    public static final String DRAFT = ".new";

    private OwnerFiles() {}

    /// Creates the directory, and its parents, open to its owner alone.
    public static void createDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /// Replaces `file` by `content` in one step, mode 0600.
    public static void replace(Path file, byte[] content) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + DRAFT);
        Files.deleteIfExists(draft);
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var out = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), mode)) {
            writeAll(out, content);
        }
        Files.move(draft, file, ATOMIC_MOVE);
        syncDirectoryOf(file);
    }

    /// Overwrites the content before the name goes, so that a disk that is read later gives less away. What the disk
    /// itself has copied elsewhere is out of reach.
    public static void destroy(Path file) throws IOException {
        try (var channel = FileChannel.open(file, WRITE)) {
            writeAll(channel, new byte[Math.toIntExact(channel.size())]);
        }
        Files.delete(file);
        syncDirectoryOf(file);
    }

    private static void writeAll(FileChannel channel, byte[] content) throws IOException {
        var bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    /// Makes the existence of `file` durable: a name is only when its directory is.
    public static void syncDirectoryOf(Path file) throws IOException {
        try (var directory = FileChannel.open(file.toAbsolutePath().getParent(), READ)) {
            directory.force(true);
        }
    }
}
