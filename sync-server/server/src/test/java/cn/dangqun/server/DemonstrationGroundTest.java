package cn.dangqun.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.db.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemonstrationGroundTest {
    @TempDir
    Path directory;

    @Test
    void isFreeWhereNothingIs() {
        var file = directory.resolve("street.db");
        assertFalse(DemonstrationGround.isTaken(file));
        assertFalse(Files.exists(file));

        Database.open(file).close();

        assertFalse(DemonstrationGround.isTaken(file));
    }

    @Test
    void isTakenByOneCodeForOneKiosk() throws Exception {
        try (var street = new TestStreet(directory)) {
            street.server().codes().create(new KioskId("kiosk-1"), "样例一体机", "site-1");
        }

        assertTrue(DemonstrationGround.isTaken(directory.resolve("street.db")));
    }

    @Test
    void isTakenByWhatWasPublished() throws Exception {
        try (var street = new TestStreet(directory)) {
            street.withTwoCommunities();
        }

        assertTrue(DemonstrationGround.isTaken(directory.resolve("street.db")));
    }

    @Test
    void staysADemonstrationsWhateverIsTriedInIt() throws Exception {
        var file = directory.resolve("street.db");
        try (var street = new TestStreet(directory)) {
            street.server().publishDemo();
            street.server().codes().create(new KioskId("kiosk-1"), "样例一体机", "site-1");
        }

        assertFalse(DemonstrationGround.isTaken(file));
    }

    @Test
    void isTakenByWhatIsOlderThanTheMarkOrCannotBeRead() throws Exception {
        var file = directory.resolve("street.db");
        try (var database = Database.open(file)) {
            DemonstrationGround.take(database, Instant.EPOCH);
            database.write((handle, changes) -> handle.execute("DROP TABLE demonstration"));
        }
        assertTrue(DemonstrationGround.isTaken(file));

        Files.writeString(file, "no database");

        assertTrue(DemonstrationGround.isTaken(file));
    }
}
