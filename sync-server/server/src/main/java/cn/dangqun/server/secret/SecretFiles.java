package cn.dangqun.server.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Writes files whole, durably, and readable by their owner only; and makes an end of them.
public final class SecretFiles {
    private static final String OWNER_ONLY = "rw-------";

    private SecretFiles() {}

    /// Replaces `file`; a crash leaves the old content or the new, never a part.
    public static void write(Path file, byte[] content) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
        try (var channel =
                FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            writeAll(channel, content);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        forceDirectoryOf(file);
    }

    /// Overwrites the content before the name goes, so that a disk that is read later gives less away. What the disk
    /// itself has copied elsewhere is out of reach.
    public static void destroy(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            writeAll(channel, new byte[Math.toIntExact(channel.size())]);
        }
        Files.delete(file);
        forceDirectoryOf(file);
    }

    private static void writeAll(FileChannel channel, byte[] content) throws IOException {
        var bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    /// A name is durable only when its directory is.
    private static void forceDirectoryOf(Path file) throws IOException {
        try (var directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
