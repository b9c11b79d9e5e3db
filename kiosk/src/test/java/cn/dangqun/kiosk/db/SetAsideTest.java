package cn.dangqun.kiosk.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Setting a file aside is cut off after each of its steps.
class SetAsideTest {
    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");

    @TempDir
    Path directory;

    @Test
    void fileAndLogAreNeverApartWhereverItIsCutOff() throws Exception {
        int most =
                DataFiles.steps(directory.resolve("a"), directory.resolve("b")).size();
        for (int cut = 0; cut <= most; cut++) {
            var place = Files.createDirectories(directory.resolve("cut " + cut));
            var file = place.resolve("ledger.db");
            Files.writeString(file, "file");
            Files.writeString(place.resolve("ledger.db-wal"), "log");
            var aside = place.resolve("ledger.db.damaged-20261128T020000Z");
            for (var step : DataFiles.steps(file, aside).subList(0, cut)) {
                step.run();
            }

            assertFalse(DataFiles.adoptOrphan(file, "damaged", NOW), "nothing is alone, cut off after " + cut);

            var held = Files.exists(file) ? file : aside;
            assertEquals("file", Files.readString(held), "cut off after " + cut);
            assertEquals("log", Files.readString(Path.of(held + "-wal")), "cut off after " + cut);
            var other = Files.exists(file) ? aside : file;
            assertFalse(Files.exists(other) || Files.exists(Path.of(other + "-wal")), "cut off after " + cut);
        }
    }

    @Test
    void aLogWithoutItsFileIsSetAsideAndFoundAgain() throws Exception {
        var file = directory.resolve("ledger.db");
        Files.writeString(directory.resolve("ledger.db-wal"), "log");

        assertTrue(DataFiles.adoptOrphan(file, "damaged", NOW));

        var found = DataFiles.allSetAside(file, "damaged");
        assertEquals(1, found.size());
        assertEquals("log", Files.readString(Path.of(found.getFirst() + "-wal")));
        assertFalse(Files.exists(directory.resolve("ledger.db-wal")));
    }
}
