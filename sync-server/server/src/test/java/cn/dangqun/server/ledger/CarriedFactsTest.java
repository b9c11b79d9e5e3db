package cn.dangqun.server.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.wire.Push;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.TestClock;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.attendance.AttendanceProjection;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.MigratedFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// However often a fact is carried over, and wherever its original stands, it counts once. Every test ends with a
/// rebuild that must change nothing.
@Timeout(60)
class CarriedFactsTest {
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    // in the order in which a rebuild by name would go wrong
    private static final Epoch OLD = new Epoch("f0".repeat(16));
    private static final Epoch NEW = new Epoch("b0".repeat(16));
    private static final Epoch NEWER = new Epoch("a0".repeat(16));
    private static final Instant NINE = Instant.parse("2026-07-10T01:00:00Z");

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock();
    private Database database;
    private Ledger ledger;

    @BeforeEach
    void openDatabase() {
        database = MigratedFile.open(directory.resolve("street.db"));
        ledger = new Ledger(database, clock, List.of(new AttendanceProjection((_, _, card) -> card.hex())));
    }

    @AfterEach
    void rebuildsTheSame() {
        var before = derived();
        ledger.rebuild();
        assertEquals(before, derived());
        database.close();
    }

    @Test
    void leavesOutWhatItHoldsAlready() {
        var old = day(OLD);
        append(old.pushAll());

        append(new TestLedger(KIOSK, NEW).carry(old, 1, 2, 3, 4).pushAll());

        assertCounts(2, 2);
        assertEquals(4, count("SELECT count(*) FROM fact_carried WHERE repeats = 1"));
        assertEquals(0, count("SELECT count(*) FROM fact_quarantine"));
    }

    @Test
    void countsWhatNeverReachedIt() {
        var old = day(OLD);
        append(old.push(1, 2));

        append(new TestLedger(KIOSK, NEW).carry(old, 1, 2, 3, 4).pushAll());

        assertCounts(2, 2);
        assertEquals(2, count("SELECT count(*) FROM fact_carried WHERE repeats = 0"));
    }

    @Test
    void countsOnceWhatIsCarriedTwice() {
        var old = day(OLD);
        var carried = new TestLedger(KIOSK, NEW).carry(old, 1, 2, 3, 4);
        append(carried.pushAll());

        append(new TestLedger(KIOSK, NEWER).carry(old, 1, 2, 3, 4).pushAll());

        assertCounts(2, 2);
    }

    @Test
    void followsAnOriginThroughTwoLedgers() {
        var old = day(OLD);
        append(old.push(1, 1));
        var once = new TestLedger(KIOSK, NEW).carry(old, 1, 2, 3, 4);
        append(once.push(1, 2));

        append(new TestLedger(KIOSK, NEWER).carry(once, 1, 2, 3, 4).pushAll());

        assertCounts(2, 2);
    }

    @Test
    void tellsTwoHistoriesWithTheSameNumbersApart() {
        var common = new TestLedger(KIOSK, OLD).checkIn("M-1");
        var ours = common.copy().checkIn("M-2");
        var theirs = common.copy().checkIn("M-3");
        append(ours.pushAll());

        append(new TestLedger(KIOSK, NEW).carry(theirs, 1, 2).pushAll());

        assertEquals(List.of("M-1", "M-2", "M-3"), members());
    }

    @Test
    void voidsACarriedCheckInAndNotItsNamesake() {
        var common = new TestLedger(KIOSK, OLD).checkIn("M-1");
        append(common.copy().checkIn("M-2").pushAll());
        var theirs = common.copy().checkIn("M-3").voiding(2);

        append(new TestLedger(KIOSK, NEW).carry(theirs, 1, 2, 3).pushAll());

        assertEquals(List.of("M-1", "M-2"), members());
    }

    @Test
    void voidsAnOriginalByACarriedVoid() {
        var old = new TestLedger(KIOSK, OLD).checkIn("M-1").voiding(1);
        append(old.push(1, 1));

        append(new TestLedger(KIOSK, NEW).carry(old, 2).pushAll());

        assertEquals(List.of(), members());
    }

    @Test
    void voidsTheOriginalWhenTheCarriedOneIsNamed() {
        var old = new TestLedger(KIOSK, OLD).checkIn("M-1");
        append(old.pushAll());

        append(new TestLedger(KIOSK, NEW).carry(old, 1).voiding(1).pushAll());

        assertEquals(List.of(), members());
    }

    @Test
    void parksAVoidWhoseTargetNobodyCanName() {
        var old = new TestLedger(KIOSK, OLD).checkIn("M-1").voiding(9);

        append(new TestLedger(KIOSK, NEW).carry(old, 1, 2).pushAll());

        assertEquals(List.of("M-1"), members());
        assertEquals(1, count("SELECT count(*) FROM fact_quarantine WHERE reason = 'IMPOSSIBLE'"));
    }

    @Test
    void refusesToGoOnWithALedgerThatWasCarriedOn() {
        var old = day(OLD);
        append(old.push(1, 2));
        append(new TestLedger(KIOSK, NEW).carry(old, 1, 2, 3, 4).pushAll());

        var result = ledger.append(KIOSK, OLD, old.push(3, 4)).orElseThrow().join();

        assertEquals(Refusal.Reason.CHAIN_FORKED, ((AppendResult.Refused) result).reason());
        assertCounts(2, 2);
    }

    @Test
    void takesAnotherKiosksFactsFromAMachineEnrolledAnew() {
        var old = day(OLD);
        append(old.push(1, 1));
        var anew = new KioskId("a-kiosk");
        database.write((handle, changes) -> {
            new Carrying(handle).allow(anew, KIOSK, NINE, "admin", "the same machine by another id");
            return 0;
        });

        append(anew, new TestLedger(anew, NEW).carry(old, 1, 2, 3, 4).pushAll());

        assertCounts(2, 2);
    }

    @Test
    void countsAGuestWhoShowsTheSameCardTwiceOnce() {
        append(day(OLD).add(guest('c'), NINE.plusSeconds(90)).pushAll());

        assertCounts(2, 2);
        assertEquals(3, count("SELECT count(*) FROM guest"));
    }

    /// Two members, a guest with a card and one without.
    private static TestLedger day(Epoch epoch) {
        return new TestLedger(KIOSK, epoch)
                .checkIn("M-1", NINE)
                .add(guest('c'), NINE.plusSeconds(1))
                .checkIn("M-2", NINE.plusSeconds(2))
                .add(
                        new AttendanceFact.GuestCheckedIn(TestLedger.ACTIVITY, GuestKind.RESIDENT, Optional.empty()),
                        NINE);
    }

    private static Fact guest(char digit) {
        return new AttendanceFact.GuestCheckedIn(
                TestLedger.ACTIVITY,
                GuestKind.FLOATING,
                Optional.of(new CardKey(String.valueOf(digit).repeat(64))));
    }

    private void append(Push push) {
        append(KIOSK, push);
    }

    private void append(KioskId kiosk, Push push) {
        clock.turn(Duration.ofMinutes(1));
        var result = ledger.append(kiosk, new Epoch(push.getEpoch()), push)
                .orElseThrow()
                .join();
        assertEquals(AppendResult.Taken.class, result.getClass(), result::toString);
    }

    private void assertCounts(int members, int guests) {
        assertEquals(members, members().size());
        assertEquals(guests, count("SELECT count(*) FROM guest WHERE counted = 1"));
    }

    private List<String> members() {
        return database.read(
                handle -> handle.createQuery("SELECT member FROM attendance WHERE counted = 1 ORDER BY member")
                        .mapTo(String.class)
                        .list());
    }

    private long count(String sql) {
        return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private List<Object> derived() {
        return database.read(handle ->
                List.of("attendance", "guest", "staff_unlock", "fact_quarantine", "fact_carried").stream()
                        .<Object>map(table -> handle.createQuery("SELECT * FROM " + table + " ORDER BY chain, seq")
                                .mapToMap()
                                .map(row -> {
                                    row.replaceAll((column, value) -> value instanceof byte[] bytes
                                            ? HexFormat.of().formatHex(bytes)
                                            : value);
                                    return row;
                                })
                                .list())
                        .toList());
    }
}
