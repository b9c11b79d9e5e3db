package cn.dangqun.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.kiosk.shell.DataDirectory.Fault;
import cn.dangqun.kiosk.shell.DataDirectory.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void findsNothingWrongWithADirectoryItCanMakeAndLeavesNothingBehind() throws Exception {
        var data = directory.resolve("data");

        assertEquals(Optional.empty(), new DataDirectory(data).fault());

        try (var files = Files.list(data)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void saysThatAFileIsNoDirectory() throws Exception {
        var file = Files.writeString(directory.resolve("data"), "a file");

        assertEquals(Kind.NOT_A_DIRECTORY, kindAt(file));
        assertEquals(Kind.NOT_A_DIRECTORY, kindAt(file.resolve("below")));
    }

    /// As the system says it; tests may run as somebody to whom no directory is read-only.
    @Test
    void tellsFullFromReadOnlyByWhatTheSystemSays() {
        assertEquals(Kind.FULL, DataDirectory.kind(new FileSystemException("/x", null, "No space left on device")));
        assertEquals(Kind.FULL, DataDirectory.kind(new IOException("Disk quota exceeded")));
        assertEquals(Kind.READ_ONLY, DataDirectory.kind(new FileSystemException("/x", null, "Read-only file system")));
        assertEquals(Kind.READ_ONLY, DataDirectory.kind(new AccessDeniedException("/x")));
        assertEquals(Kind.OTHER, DataDirectory.kind(new IOException("Input/output error")));
    }

    @Test
    void waitsAndShowsUntilItCanBeUsed() {
        var found = new ArrayDeque<>(List.of(
                Optional.of(new Fault(Kind.FULL, "full")),
                Optional.of(new Fault(Kind.READ_ONLY, "read-only")),
                Optional.<Fault>empty()));
        var seen = new ArrayList<String>();

        DataWatch.await(found::remove, fault -> seen.add(fault.detail()), () -> seen.add("pause"));

        assertEquals(List.of("full", "pause", "read-only", "pause"), seen);
    }

    private static Kind kindAt(Path path) {
        return new DataDirectory(path).fault().orElseThrow().kind();
    }
}
