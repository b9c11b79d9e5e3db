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
import java.util.Optional;
import java.util.function.Consumer;

/// SQLite files with what lies beside them: set aside when they are damaged, found again, read as bytes.
public final class DataFiles {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String LOG = "-wal";
    private static final String JOURNAL = "-journal";

    private DataFiles() {}

    /// Renames a SQLite file and its log to `NAME.WHY-20261123T021732Z`, so that people can look at it later.
    ///
    /// @return the new name of the file
    public static Path setAside(Path file, String why, Instant now) throws IOException {
        var aside = freeName(file, why, now);
        for (var step : steps(file, aside)) {
            step.run();
        }
        return aside;
    }

    private static Path freeName(Path file, String why, Instant now) {
        var name = file.getFileName() + "." + why + "-" + STAMP.format(now);
        var free = name;
        for (int i = 2;
                Files.exists(file.resolveSibling(free)) || Files.exists(logOf(file.resolveSibling(free)));
                i++) {
            free = name + "-" + i;
        }
        return file.resolveSibling(free);
    }

    /// One change of the directory.
    interface Step {
        void run() throws IOException;
    }

    /// Wherever it is cut off, file and log are never apart: the log has both names before the file changes its
    /// own, and [#adoptOrphan] tells what a log beside no file is.
    static List<Step> steps(Path file, Path aside) {
        var log = logOf(file);
        return List.of(
                // it would be taken for the next file's
                () -> Files.deleteIfExists(file.resolveSibling(file.getFileName() + JOURNAL)),
                () -> {
                    if (Files.exists(log)) {
                        Files.createLink(logOf(aside), log);
                    }
                },
                () -> OwnerFiles.syncDirectoryOf(file),
                () -> Files.move(file, aside, ATOMIC_MOVE),
                () -> OwnerFiles.syncDirectoryOf(file),
                () -> Files.deleteIfExists(log),
                () -> Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm")),
                () -> OwnerFiles.syncDirectoryOf(file));
    }

    /// To be asked before a file is opened. A log whose file is gone holds facts, and SQLite would delete it: it is
    /// set aside alone, unless setting aside was only cut off and it lies there already. A second name of the log
    /// in use, left by the same, goes.
    ///
    /// @return whether a log was set aside
    public static boolean adoptOrphan(Path file, String why, Instant now) throws IOException {
        var log = logOf(file);
        var second = secondNameOf(log, file, why);
        if (Files.exists(file)) {
            if (second.isPresent()) {
                Files.delete(second.get());
            }
            return false;
        }
        if (!Files.exists(log)) {
            return false;
        }
        if (second.isPresent()) {
            Files.delete(log);
            return false;
        }
        boolean holdsSomething = Files.size(log) > 0;
        Files.move(log, logOf(freeName(file, why, now)), ATOMIC_MOVE);
        OwnerFiles.syncDirectoryOf(file);
        return holdsSomething;
    }

    /// Whether the file was cut off before it had a log: SQLite then keeps the way back in a journal, and refuses to
    /// read without a right to write until it has gone it.
    public static boolean isHalfMade(Path file) {
        return Files.exists(file.resolveSibling(file.getFileName() + JOURNAL));
    }

    /// Whether a log that holds something is all that is left of a file.
    public static boolean isLogAlone(Path file) throws IOException {
        return !Files.exists(file) && Files.exists(logOf(file)) && Files.size(logOf(file)) > 0;
    }

    private static Optional<Path> secondNameOf(Path log, Path file, String why) throws IOException {
        if (Files.exists(log)) {
            for (var each : logsSetAside(file, why)) {
                if (Files.isSameFile(log, each)) {
                    return Optional.of(each);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Path> logsSetAside(Path file, String why) throws IOException {
        return named(file, why).stream()
                .filter(each -> each.toString().endsWith(LOG))
                .toList();
    }

    private static List<Path> named(Path file, String why) throws IOException {
        try (var found =
                Files.newDirectoryStream(file.toAbsolutePath().getParent(), file.getFileName() + "." + why + "-*")) {
            var files = new ArrayList<Path>();
            found.forEach(files::add);
            return files;
        }
    }

    /// The files that were ever set aside for this reason and still lie there, oldest first; without companions. Of
    /// some only the log is left.
    public static List<Path> allSetAside(Path file, String why) throws IOException {
        return named(file, why).stream()
                .filter(each -> !each.toString().endsWith("-shm"))
                .map(DataFiles::withoutLog)
                .distinct()
                .sorted()
                .toList();
    }

    private static Path withoutLog(Path each) {
        var name = String.valueOf(each.getFileName());
        return name.endsWith(LOG) ? each.resolveSibling(name.substring(0, name.length() - LOG.length())) : each;
    }

    /// Whether the log beside a SQLite file is damaged before its end. To be asked before the file is opened: SQLite
    /// drops what lies behind the damage.
    public static boolean hasBrokenLog(Path file) throws IOException {
        return WriteAheadLog.hasLostCommits(logOf(file));
    }

    private static Path logOf(Path file) {
        return file.resolveSibling(file.getFileName() + LOG);
    }

    /// Tells of all that may be a row in the bytes of a SQLite file and of its log, if there is one; see [RawRows].
    public static void findRows(Path file, Consumer<RawRows.Row> found) throws IOException {
        RawRows.find(bytes(file), bytes(logOf(file)), found);
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }
}
