package cn.dangqun.server.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every string in the server's sources: there is no other place in which SQL could stand.
final class SqlInSources {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$");

    private SqlInSources() {}

    /// The strings of one file, in order.
    record Source(String file, List<String> strings) {
        /// As if they were one: what is put together of several strings reads on.
        String joined() {
            return String.join(" ", strings).replace("\\s", " ").replaceAll("\\s+", " ");
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Source> all() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(each -> each.toString().endsWith(".java")).map(SqlInSources::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source read(Path file) {
        try {
            var code = COMMENT.matcher(Files.readString(file)).replaceAll("");
            return new Source(
                    SOURCES.relativize(file).toString(),
                    TEXT.matcher(code)
                            .results()
                            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
