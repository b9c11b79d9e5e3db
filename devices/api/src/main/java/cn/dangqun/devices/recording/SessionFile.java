package cn.dangqun.devices.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A session on disk, one step a line, `#` begins a remark. Writing never disturbs the device: when the disk refuses,
/// or the file is 4 MiB long, recording ends. For one thread.
public final class SessionFile {
    private static final Logger log = LoggerFactory.getLogger(SessionFile.class);
    private static final long LIMIT = 4L * 1024 * 1024;

    private final Path path;
    private boolean ended;

    public SessionFile(Path path) {
        this.path = path;
    }

    /// Appends steps, already scrubbed.
    public void append(List<SessionStep> steps) {
        if (ended || steps.isEmpty()) {
            return;
        }
        try {
            var lines = steps.stream().map(SessionStep::line).toList();
            Files.write(path, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            ended = Files.size(path) > LIMIT;
        } catch (IOException e) {
            ended = true;
            log.warn("Recording to {} ended", path, e);
        }
    }

    /// @throws IOException when the file cannot be read or is no session
    public static List<SessionStep> read(Path path) throws IOException {
        try {
            return Files.readAllLines(path).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(SessionStep::parse)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new IOException(path + " is no session", e);
        }
    }
}
