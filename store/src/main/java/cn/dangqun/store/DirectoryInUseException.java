package cn.dangqun.store;

import java.io.IOException;
import java.nio.file.Path;

/// Another process works in the data directory.
public final class DirectoryInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    /// The exit code of a process that cannot begin because of it.
    public static final int EXIT = 3;

    private final String directory;

    DirectoryInUseException(Path directory) {
        super("another process works in " + directory);
        this.directory = directory.toString();
    }

    /// Where both want to work, for the sentence that people read.
    public String directory() {
        return directory;
    }
}
