package cn.dangqun.server.backup;

import cn.dangqun.store.DirectoryLock;
import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a backup is put together and read again, beside the database: what is not sealed yet never lies on the
/// place of backups. One process at a time; empty afterwards, and what a crash left goes at the next.
final class WorkFolder implements AutoCloseable {
    private final Path directory;
    private final DirectoryLock lock;

    private WorkFolder(Path directory, DirectoryLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    static WorkFolder take(Path directory) throws IOException {
        OwnerFiles.createDirectory(directory);
        var folder = new WorkFolder(directory, DirectoryLock.take(directory));
        folder.clear();
        return folder;
    }

    /// An empty directory in it.
    Path fresh(String name) throws IOException {
        var fresh = directory.resolve(name);
        Trees.delete(fresh);
        OwnerFiles.createDirectory(fresh);
        return fresh;
    }

    private void clear() throws IOException {
        try (var inside = Files.newDirectoryStream(directory, Files::isDirectory)) {
            for (var each : inside) {
                Trees.delete(each);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            clear();
        }
    }
}
