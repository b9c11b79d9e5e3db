package cn.dangqun.server.intake;

import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rosters on their way, in a folder that is their owner's alone: they have resident numbers. No key is among them, and
/// the process that took a file reads it.
public record IntakeFiles(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeFiles.class);

    /// Makes the folder.
    public static IntakeFiles in(Path folder) {
        try {
            OwnerFiles.createDirectory(folder);
            for (var part : List.of("arriving", "reading")) {
                OwnerFiles.createDirectory(folder.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new IntakeFiles(folder);
    }

    /// Where what a browser sends comes to rest.
    Path arriving() {
        return folder.resolve("arriving");
    }

    Path of(String id) {
        return folder.resolve("reading").resolve(id);
    }

    void take(Path arrived, String id) {
        try {
            Files.move(arrived, of(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void copy(Path file, String id) throws IOException {
        Files.copy(file, of(id));
    }

    void forget(String id) {
        try {
            Files.deleteIfExists(of(id));
        } catch (IOException e) {
            LOG.warn("a roster's file could not be deleted; the next start tries again", e);
        }
    }

    /// Files that nobody needs any more, as after a power cut.
    void forgetAllBut(Collection<String> ids) {
        for (var part : List.of(arriving(), folder.resolve("reading"))) {
            try (var files = Files.list(part)) {
                for (var file : files.toList()) {
                    if (!ids.contains(file.getFileName().toString())) {
                        Files.delete(file);
                    }
                }
            } catch (IOException e) {
                LOG.warn("files of former rosters could not be deleted", e);
            }
        }
    }
}
