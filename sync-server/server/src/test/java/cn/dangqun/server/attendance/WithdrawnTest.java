package cn.dangqun.server.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.TestClock;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.MigratedFile;
import cn.dangqun.server.ledger.Ledger;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A kiosk hears which of its records stand no longer, also of those that it carried over.
class WithdrawnTest {
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final Epoch OLD = new Epoch("f0".repeat(16));
    private static final Epoch NEW = new Epoch("b0".repeat(16));
    private static final int PEOPLE = 40;

    @TempDir
    Path directory;

    private Database database;
    private Ledger ledger;

    @BeforeEach
    void open() {
        database = MigratedFile.open(directory.resolve("street.db"));
        ledger = new Ledger(database, new TestClock(), List.of(new AttendanceProjection((_, _, card) -> card.hex())));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void append(TestLedger facts) {
        ledger.append(KIOSK, facts.epoch(), facts.pushAll()).orElseThrow().join();
    }

    private List<Long> withdrawn(Epoch epoch) {
        return database.read(handle -> {
            long chain = handle.createQuery("SELECT number FROM chain WHERE street = 1 AND epoch = ?")
                    .bind(0, epoch.hex())
                    .mapTo(Long.class)
                    .one();
            return new NoteStore(handle)
                    .withdrawn(TestLedger.ACTIVITY, chain).stream().sorted().toList();
        });
    }

    private static long[] all() {
        return LongStream.rangeClosed(1, PEOPLE).toArray();
    }

    private static TestLedger day() {
        var day = new TestLedger(KIOSK, OLD);
        for (int each = 1; each <= PEOPLE; each++) {
            day.checkIn("M-" + each);
        }
        return day;
    }

    /// Whichever of them: not every row keeps a hash.
    @Test
    void hearsOfEachThatWasCarried() {
        var day = day();
        for (long seq : List.of(1L, 15L, 16L, 17L, 31L, 40L)) {
            day.voiding(seq);
        }
        append(day);
        append(new TestLedger(KIOSK, NEW).carry(day, all()));

        assertEquals(List.of(1L, 15L, 16L, 17L, 31L, 40L), withdrawn(OLD));
        assertEquals(List.of(1L, 15L, 16L, 17L, 31L, 40L), withdrawn(NEW));
    }

    @Test
    void hearsNothingOfANamesakeInAnotherHistory() {
        var common = new TestLedger(KIOSK, OLD).checkIn("M-1");
        append(common.copy().checkIn("M-2").voiding(2));
        append(new TestLedger(KIOSK, NEW).carry(common.copy().checkIn("M-3"), 1, 2));

        assertEquals(List.of(2L), withdrawn(OLD));
        assertEquals(List.of(), withdrawn(NEW));
    }
}
