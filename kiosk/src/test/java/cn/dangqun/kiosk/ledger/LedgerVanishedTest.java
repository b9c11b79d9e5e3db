package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.kiosk.attendance.Present;
import cn.dangqun.kiosk.ledger.LedgerMonitor.Salvaged;
import cn.dangqun.kiosk.shell.KioskCore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files of the ledger are deleted, emptied or cut short between two starts. What is gone is counted; what is left
/// in any of them goes on.
class LedgerVanishedTest extends LedgerOnDisk {
    private static final int FACTS = 90;
    private static final int ACKED = 30;

    private Path image;

    /// As a power cut leaves it: much of it only in the log.
    @BeforeEach
    void writeADay() throws Exception {
        for (int i = 1; i <= FACTS; i++) {
            append(checkIn("M-" + i));
            if (i == ACKED) {
                done(ledger.acknowledge(ledger.position().orElseThrow().epoch(), ACKED, Map.of()));
            }
        }
        image = Files.createDirectories(directory.resolve("image"));
        for (var name : new String[] {"ledger.db", "ledger.db-wal"}) {
            Files.copy(directory.resolve(name), image.resolve(name));
        }
        ledger.close();
        for (var name : new String[] {"ledger.db.mark", "ledger.db.mark2"}) {
            Files.copy(directory.resolve(name), image.resolve(name));
        }
        ledger = Ledger.open(directory.resolve("other.db"), clock, List.of());
    }

    private interface Harm {
        void to(Path file, Path log) throws IOException;
    }

    private Salvaged after(Harm harm) throws Exception {
        harm.to(image.resolve("ledger.db"), image.resolve("ledger.db-wal"));
        try (var survivor = Ledger.open(
                image.resolve("ledger.db"),
                clock,
                KeysOnDisk.beside(image.resolve("ledger.db")),
                KioskCore.PROJECTIONS)) {
            done(survivor.adopt(KIOSK));
            long end = System.nanoTime() + 30_000_000_000L;
            for (var aside : new LedgerFile(
                            image.resolve("ledger.db"),
                            clock,
                            LedgerKeys.none(),
                            new Projections(List.of()),
                            new HighWater(image.resolve("ledger.db"), Runnable::run))
                    .wrecks()) {
                var name = String.valueOf(aside.getFileName());
                while (!done(survivor.write(transaction -> transaction.isSalvaged(name))) && System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            }
            var found = survivor.health().salvaged();
            assertEquals(
                    FACTS,
                    Present.in(survivor, ACTIVITY).members().size() + found.unreadable() + ackedLost(survivor),
                    "everybody is there or counted as lost");
            assertTrue(survivor.health().lost() >= found.unreadable(), "staff and street are told of each");
            return found;
        }
    }

    /// Those that the street has anyway.
    private static long ackedLost(Ledger survivor) throws Exception {
        long last = survivor.position().orElseThrow().lastSeq();
        return Math.max(0, ACKED - last);
    }

    @Test
    void countsWhatWasInALedgerThatIsGone() throws Exception {
        var found = after((file, log) -> {
            Files.delete(file);
            Files.delete(log);
        });

        assertEquals(new Salvaged(0, FACTS - ACKED, false), found);
    }

    @Test
    void countsWhatWasInALedgerThatIsEmpty() throws Exception {
        var found = after((file, log) -> {
            Files.write(file, new byte[0]);
            Files.delete(log);
        });

        assertEquals(new Salvaged(0, FACTS - ACKED, false), found);
    }

    @Test
    void carriesOverWhatIsInALogWhoseFileIsGone() throws Exception {
        var found = after((file, log) -> Files.delete(file));

        assertEquals(0, found.unreadable());
        assertEquals(FACTS, found.carried());
    }

    @Test
    void countsWhatWasInALogThatIsGoneOrCutShort() throws Exception {
        var gone = after((file, log) -> Files.delete(log));
        assertFalse(gone.unreadable() == 0 && gone.carried() == 0, "the log held something");
    }

    @Test
    void countsWhatWasInTheCutOffPartOfALog() throws Exception {
        var cut = after((file, log) -> {
            try (var channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / 2);
            }
        });

        assertFalse(cut.unreadable() == 0 && cut.carried() == 0, "the log held something");
    }

    @Test
    void afterAnOrderlyStopEverythingIsInTheOneFile() throws Exception {
        var log = directory.resolve("ledger.db-wal");
        assertFalse(Files.exists(log) && Files.size(log) > 0);
    }
}
