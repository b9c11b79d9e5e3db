package cn.dangqun.kiosk.db;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// SQLite files with what lies beside them: set aside when they are damaged, found again, read as bytes.
public final class DataFiles {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final List<String> COMPANIONS = List.of("-wal", "-shm");

    private DataFiles() {}

    /// Renames a SQLite file and its companions to `NAME.WHY-20261123T021732Z`, so that people can look at it later.
    ///
    /// @return the new name of the file
    public static Path setAside(Path file, String why, Instant now) throws IOException {
        var name = file.getFileName() + "." + why + "-" + STAMP.format(now);
        for (int i = 2; Files.exists(file.resolveSibling(name)); i++) {
            name = file.getFileName() + "." + why + "-" + STAMP.format(now) + "-" + i;
        }
        var aside = file.resolveSibling(name);
        // The database first: cut off here, a lone log is deleted by SQLite, while a database without its log would
        // pass
        // for a sound one that lacks its newest facts
        Files.move(file, aside, ATOMIC_MOVE);
        for (var companion : COMPANIONS) {
            var from = file.resolveSibling(file.getFileName() + companion);
            if (Files.exists(from)) {
                Files.move(from, file.resolveSibling(name + companion), ATOMIC_MOVE);
            }
        }
        OwnerFiles.syncDirectoryOf(file);
        return aside;
    }

    /// The files that were ever set aside for this reason and still lie there, oldest first; without companions.
    public static List<Path> allSetAside(Path file, String why) throws IOException {
        try (var found =
                Files.newDirectoryStream(file.toAbsolutePath().getParent(), file.getFileName() + "." + why + "-*")) {
            var files = new ArrayList<Path>();
            found.forEach(files::add);
            files.removeIf(each -> COMPANIONS.stream().anyMatch(each.toString()::endsWith));
            files.sort(null);
            return files;
        }
    }

    /// Whether the log beside a SQLite file is damaged before its end. To be asked before the file is opened: SQLite
    /// drops what lies behind the damage.
    public static boolean hasBrokenLog(Path file) throws IOException {
        return WriteAheadLog.hasLostCommits(logOf(file));
    }

    private static Path logOf(Path file) {
        return file.resolveSibling(file.getFileName() + COMPANIONS.getFirst());
    }

    /// Tells of all that may be a row in the bytes of a SQLite file and of its log, if there is one; see [RawRows].
    public static void findRows(Path file, Consumer<RawRows.Row> found) throws IOException {
        var log = logOf(file);
        RawRows.find(Files.readAllBytes(file), Files.exists(log) ? Files.readAllBytes(log) : new byte[0], found);
    }
}
