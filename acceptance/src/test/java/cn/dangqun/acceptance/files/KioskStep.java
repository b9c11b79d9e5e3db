package cn.dangqun.acceptance.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.kiosk.db.DataFiles;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.store.OwnerFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/// The steps of a kiosk.
enum KioskStep implements FileStep {
    /// Identity, pending enrolment, renewal pace, marks, keys, numbers: all by the one way there is
    REPLACE {
        @Override
        public void prepare(Path directory) throws Exception {
            OwnerFiles.replace(directory.resolve("file"), OLD);
        }

        @Override
        public void run(Path directory) throws Exception {
            OwnerFiles.replace(directory.resolve("file"), NEW);
        }

        @Override
        public void check(Path directory) throws Exception {
            var found = new String(Files.readAllBytes(directory.resolve("file")), StandardCharsets.US_ASCII);
            assertTrue(Set.of(new String(OLD, StandardCharsets.US_ASCII), new String(NEW, StandardCharsets.US_ASCII))
                    .contains(found));
            run(directory);
            assertEquals(new String(NEW, StandardCharsets.US_ASCII), Files.readString(directory.resolve("file")));
        }
    },

    SET_ASIDE {
        @Override
        public void prepare(Path directory) throws Exception {
            LedgerDay.cutOff(directory);
            LedgerDay.forgetMarks(directory); // as the program does before
        }

        @Override
        public void run(Path directory) throws Exception {
            DataFiles.setAside(directory.resolve(LedgerDay.FILE), "damaged", LedgerDay.NOW);
        }

        @Override
        public void check(Path directory) throws Exception {
            LedgerDay.startAndCount(directory);
        }
    },

    /// A whole start: aside, a new ledger, everybody carried over
    START_ON_A_DAMAGED_LEDGER {
        @Override
        public void prepare(Path directory) throws Exception {
            LedgerDay.damaged(directory);
        }

        @Override
        public void run(Path directory) throws Exception {
            LedgerDay.startAndCount(directory);
        }

        @Override
        public void check(Path directory) throws Exception {
            LedgerDay.startAndCount(directory);
        }
    },

    /// A ledger of an older program, and the street has given a key for it
    SEAL_AN_OPEN_LEDGER {
        @Override
        public void prepare(Path directory) throws Exception {
            LedgerDay.openWithAKey(directory);
        }

        @Override
        public void run(Path directory) throws Exception {
            LedgerDay.startSealing(directory);
        }

        @Override
        public void check(Path directory) throws Exception {
            LedgerDay.startSealing(directory);
        }
    },

    START_ON_A_LOG_ALONE {
        @Override
        public void prepare(Path directory) throws Exception {
            LedgerDay.cutOff(directory);
            Files.delete(directory.resolve(LedgerDay.FILE));
        }

        @Override
        public void run(Path directory) throws Exception {
            LedgerDay.startAndCount(directory);
        }

        @Override
        public void check(Path directory) throws Exception {
            LedgerDay.startAndCount(directory);
        }
    },

    START_ON_A_DAMAGED_ROSTER {
        @Override
        public void prepare(Path directory) throws Exception {
            run(directory);
            Files.write(directory.resolve("reference.db"), new byte[8192]);
        }

        @Override
        public void run(Path directory) throws Exception {
            var clock = Clock.fixed(LedgerDay.NOW, ZoneOffset.UTC);
            ReferenceStore.open(directory.resolve("reference.db"), Optional.empty(), clock)
                    .close();
        }

        @Override
        public void check(Path directory) throws Exception {
            run(directory);
            assertEquals(32, Files.size(directory.resolve("roster.key")));
        }
    },

    /// In three pieces, over an item that is in force
    A_PICTURE_COMES {
        @Override
        public void prepare(Path directory) throws Exception {
            PictureDay.hang(directory);
        }

        @Override
        public void run(Path directory) throws Exception {
            PictureDay.fetch(directory);
        }

        @Override
        public void check(Path directory) throws Exception {
            PictureDay.fetch(directory);
            assertTrue(PictureDay.isWhole(directory));
        }
    };

    private static final byte[] OLD = "old".repeat(3000).getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEW = "new".repeat(5000).getBytes(StandardCharsets.US_ASCII);
}
