package cn.dangqun.server.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/// A database as all migrations leave it. Hundreds of tests begin with one: it is made once and copied, which takes
/// milliseconds instead of the better part of a second.
public final class MigratedFile {
    private final byte[] bytes;

    private MigratedFile(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Database open(Path file) {
        return Database.open(layEmptyAt(file));
    }

    /// Lays an empty one at `file`, whose directory exists, unless something is there. Returns `file`.
    public static Path layEmptyAt(Path file) {
        return Empty.FILE.layAt(file);
    }

    /// One in which `deeds` were done.
    public static MigratedFile with(Consumer<Database> deeds) {
        return made(MigratedFile::open, deeds);
    }

    private static MigratedFile made(Function<Path, Database> opening, Consumer<Database> deeds) {
        try {
            var directory = Files.createTempDirectory("migrated");
            var file = directory.resolve("street.db");
            try (var database = opening.apply(file)) {
                deeds.accept(database);
            }
            var bytes = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(directory);
            return new MigratedFile(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lays a copy at `file`, whose directory exists, unless something is there. Returns `file`.
    public Path layAt(Path file) {
        try {
            if (Files.notExists(file)) {
                Files.write(file, bytes);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Empty {
        private static final MigratedFile FILE = made(Database::open, database -> {});
    }
}
