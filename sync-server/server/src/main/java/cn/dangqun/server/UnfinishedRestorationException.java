package cn.dangqun.server;

import java.io.IOException;
import java.nio.file.Path;

/// A restoration was cut off in this data directory: what lies there is no street.
final class UnfinishedRestorationException extends IOException {
    private static final long serialVersionUID = 1;

    private final String directory;

    UnfinishedRestorationException(Path directory) {
        super("a restoration was not finished in " + directory);
        this.directory = directory.toString();
    }

    String directory() {
        return directory;
    }
}
