package cn.dangqun.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {
    @TempDir
    Path directory;

    @Test
    void letsNobodyElseIn() throws Exception {
        try (var _ = DirectoryLock.take(directory)) {
            var refused = assertThrows(DirectoryInUseException.class, () -> DirectoryLock.take(directory));

            assertEquals(directory.toString(), refused.directory());
        }
    }

    @Test
    void letsTheNextInAfterwards() throws Exception {
        DirectoryLock.take(directory).close();

        assertDoesNotThrow(() -> DirectoryLock.take(directory).close());
    }
}
