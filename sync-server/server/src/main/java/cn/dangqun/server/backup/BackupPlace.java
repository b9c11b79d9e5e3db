package cn.dangqun.server.backup;

import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The directory that backups are put into: another disk, a stick, a network drive. Blocks.
public record BackupPlace(Path directory) {
    /// A disk that is not there leaves an empty name, or none.
    public boolean isReachable() {
        return Files.isDirectory(directory) && Files.isWritable(directory);
    }

    /// Whether the disk that holds `data` is lost together with it.
    public boolean isOnTheDiskOf(Path data) throws IOException {
        return Files.getFileStore(directory).equals(Files.getFileStore(data));
    }

    public long free() throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }

    boolean has(String name) {
        return Files.isRegularFile(directory.resolve(name));
    }

    /// Whether a backup of this name is there with this many bytes.
    public boolean has(String name, long bytes) throws IOException {
        return has(name) && Files.size(directory.resolve(name)) == bytes;
    }

    List<Instant> moments() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(each -> BackupFile.moment(each.getFileName().toString()))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /// Gives what is whole its name.
    void accept(Path draft, String name) throws IOException {
        var file = directory.resolve(name);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        OwnerFiles.syncDirectoryOf(file);
    }

    /// Deletes what the rule does not keep. Returns how many backups went.
    int tidy(KeepRule rule) throws IOException {
        var all = moments();
        var kept = rule.kept(all);
        int gone = 0;
        for (var moment : all) {
            if (!kept.contains(moment) && Files.deleteIfExists(directory.resolve(BackupFile.name(moment)))) {
                gone++;
            }
        }
        return gone;
    }

    /// Deletes what was cut off half written.
    void clearDrafts() throws IOException {
        var drafts = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(directory, "street-*.dqb" + OwnerFiles.DRAFT)) {
            files.forEach(drafts::add);
        }
        for (var each : drafts) {
            Files.deleteIfExists(each);
        }
    }
}
