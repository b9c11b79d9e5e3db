package cn.dangqun.kiosk.shell;

import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Whether anything can be kept where this kiosk keeps everything: tried by keeping something. Blocks.
record DataDirectory(Path path) {
    private static final String TRIAL = "trial";
    private static final int TRIAL_BYTES = 64 * 1024;

    /// Why not, and what was said.
    record Fault(Kind kind, String detail) {}

    enum Kind {
        NOT_A_DIRECTORY,
        READ_ONLY,
        FULL,
        OTHER
    }

    Optional<Fault> fault() {
        try {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new NotDirectoryException(path.toString());
            }
            OwnerFiles.createDirectory(path);
            var trial = path.resolve(TRIAL);
            OwnerFiles.replace(trial, new byte[TRIAL_BYTES]);
            Files.delete(trial);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Fault(kind(e), e.toString()));
        }
    }

    static Kind kind(IOException problem) {
        var said = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
        if (problem instanceof NotDirectoryException
                || problem instanceof FileAlreadyExistsException
                || said.contains("not a directory")) {
            return Kind.NOT_A_DIRECTORY;
        }
        if (said.contains("no space left") || said.contains("disk quota exceeded")) {
            return Kind.FULL;
        }
        return problem instanceof AccessDeniedException
                        || said.contains("read-only file system")
                        || said.contains("permission denied")
                ? Kind.READ_ONLY
                : Kind.OTHER;
    }
}
