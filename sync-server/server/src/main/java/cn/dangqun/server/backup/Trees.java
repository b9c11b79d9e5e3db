package cn.dangqun.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Directories with what is in them.
final class Trees {
    private Trees() {}

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> all;
        try (var inside = Files.walk(directory)) {
            all = inside.sorted(Comparator.reverseOrder()).toList();
        }
        for (var each : all) {
            Files.delete(each);
        }
    }

    /// What lies directly in it.
    static List<Path> inside(Path directory) throws IOException {
        try (var inside = Files.list(directory)) {
            return inside.sorted().toList();
        }
    }
}
