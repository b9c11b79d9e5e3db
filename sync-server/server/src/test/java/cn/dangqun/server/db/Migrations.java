package cn.dangqun.server.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The files that make the street's schema, as they lie in the sources.
final class Migrations {
    private static final Path FOLDER = Path.of("src/main/resources/db/migration");

    private Migrations() {}

    /// One file. `statements` have neither comments nor line breaks.
    record Migration(int version, String name, List<String> statements) {
        List<String> ddl() {
            return statements.stream()
                    .filter(each -> each.matches("(?i)(CREATE|ALTER|DROP|TRUNCATE)\\b.*"))
                    .toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// In the order of their numbers.
    static List<Migration> all() {
        try (var files = Files.list(FOLDER)) {
            return files.map(Migrations::read)
                    .sorted(Comparator.comparingInt(Migration::version))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Migration read(Path file) {
        var name = file.getFileName().toString();
        try {
            var version = Integer.parseInt(name.substring(1, name.indexOf("__")));
            return new Migration(version, name, statements(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> statements(String sql) {
        var bare = sql.replaceAll("--[^\n]*", " ").replaceAll("\\s+", " ");
        return Arrays.stream(bare.split(";", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
