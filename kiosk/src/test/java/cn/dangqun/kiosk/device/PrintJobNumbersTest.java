package cn.dangqun.kiosk.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintJobNumbersTest {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);

    @TempDir
    Path directory;

    @Test
    void goesOnCountingAfterARestart() {
        var file = directory.resolve("print-jobs");
        assertEquals(1, new PrintJobNumbers(file, CLOCK).next());

        assertEquals(2, new PrintJobNumbers(file, CLOCK).next());
    }

    @Test
    void countsAboveAllEarlierNumbersWhenTheFileIsDamaged() throws IOException {
        var file = Files.write(directory.resolve("print-jobs"), new byte[] {0, -1, 7});

        assertEquals(1_800_000_001, new PrintJobNumbers(file, CLOCK).next());
    }

    @Test
    void givesNoNumberThatTheDiskDidNotTake() {
        var numbers = new PrintJobNumbers(directory.resolve("missing").resolve("print-jobs"), CLOCK);

        assertThrows(UncheckedIOException.class, numbers::next);
    }
}
