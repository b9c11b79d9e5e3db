package cn.dangqun.server.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.wire.Push;
import cn.dangqun.server.TestClock;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.attendance.AttendanceProjection;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.MigratedFile;
import cn.dangqun.server.vault.Vault;
import cn.dangqun.store.SqliteFile;
import com.google.protobuf.ByteString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
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

/// Guests' cards are sealed as they come and forgotten when their time is over; the figures stay.
@Timeout(60)
class GuestOblivionTest {
    private static final KioskId ONE = new KioskId("kiosk-1");
    private static final KioskId TWO = new KioskId("kiosk-2");
    private static final Epoch EPOCH = new Epoch("f0".repeat(16));
    private static final Epoch NEXT = new Epoch("b0".repeat(16));
    private static final String COMES_TWICE = "c1".repeat(32);
    private static final String COMES_ONCE = "d2".repeat(32);

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock();
    private GuestSeal guests;
    private Database database;
    private Ledger ledger;

    @BeforeEach
    void openDatabase() throws Exception {
        guests = GuestSeal.open(Vault.in(directory.resolve("vault")).secrets(), new SecureRandom());
        database = MigratedFile.open(directory.resolve("street.db"));
        ledger = ledger(guests);
    }

    private Ledger ledger(GuestSeal seal) {
        return new Ledger(
                database,
                clock,
                List.of(new AttendanceProjection((_, activity, card) -> seal.name(activity.value(), card))),
                seal);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static TestLedger day(KioskId kiosk, Instant at) {
        return new TestLedger(kiosk, EPOCH)
                .checkIn("M-1", at)
                .add(guest(COMES_TWICE), at)
                .add(guest(kiosk.equals(ONE) ? COMES_ONCE : COMES_TWICE), at)
                .add(new AttendanceFact.GuestCheckedIn(TestLedger.ACTIVITY, GuestKind.RESIDENT, Optional.empty()), at);
    }

    private static AttendanceFact guest(String card) {
        return new AttendanceFact.GuestCheckedIn(
                TestLedger.ACTIVITY, GuestKind.FLOATING, Optional.of(new CardKey(card)));
    }

    private void append(KioskId kiosk, Push push) {
        var result = ledger.append(kiosk, new Epoch(push.getEpoch()), push)
                .orElseThrow()
                .join();
        assertEquals(AppendResult.Taken.class, result.getClass(), result::toString);
    }

    private long count(String sql) {
        return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    /// Two cards at two kiosks, and one guest without a card at each.
    private void fourGuestsCount() {
        assertEquals(4, count("SELECT count(*) FROM guest WHERE counted = 1"));
        assertEquals(1, count("SELECT count(*) FROM attendance WHERE counted = 1"));
        assertEquals(0, count("SELECT count(*) FROM fact_quarantine"));
    }

    private void chainsHold() throws Exception {
        var copy = directory.resolve("copy.db");
        Files.deleteIfExists(copy);
        database.copyTo(copy);
        assertFalse(ChainCheck.check(new SqliteFile(copy), guests).isEmpty());
    }

    private boolean opensTo(String card) {
        var key = ByteString.copyFrom(HexFormat.of().parseHex(card));
        return database.read(handle -> {
            var found = new boolean[1];
            new LedgerStore(handle, guests).forEach(fact -> found[0] |= holds(fact.record(), key));
            return found[0];
        });
    }

    private static boolean holds(ByteString all, ByteString part) {
        for (int at = 0; at + part.size() <= all.size(); at++) {
            if (all.substring(at, at + part.size()).equals(part)) {
                return true;
            }
        }
        return false;
    }

    private boolean tableHolds(String card) {
        var key = ByteString.copyFrom(HexFormat.of().parseHex(card));
        return count("SELECT count(*) FROM guest WHERE card = '" + card + "'") > 0
                || database.read(handle -> handle
                        .createQuery("SELECT record FROM fact WHERE street = 1")
                        .map((row, ignored) -> ByteString.copyFrom(row.getBytes("record")))
                        .stream()
                        .anyMatch(record -> holds(record, key)));
    }

    @Test
    void aCopyOfTheTableTellsNoCardNorWhereSomebodyCameAgain() throws Exception {
        append(ONE, day(ONE, clock.instant()).pushAll());
        append(TWO, day(TWO, clock.instant()).pushAll());

        fourGuestsCount();
        assertFalse(tableHolds(COMES_TWICE));
        assertTrue(opensTo(COMES_TWICE), "with the vault it is there");
        assertFalse(guests.name("one", new CardKey(COMES_TWICE)).equals(guests.name("two", new CardKey(COMES_TWICE))));
        chainsHold();
        var copy = directory.resolve("copy.db");
        assertThrows(
                ChainCheck.BrokenCopyException.class,
                () -> ChainCheck.check(new SqliteFile(copy), GuestSeal.NONE),
                "and without it nothing is said to hold");
    }

    @Test
    void cardsAreForgottenWhenTheirTimeIsOverAndEveryFigureStays() throws Exception {
        append(ONE, day(ONE, clock.instant()).pushAll());
        append(TWO, day(TWO, clock.instant()).pushAll());
        var oblivion = new GuestOblivion(database, guests, clock);
        clock.turn(GuestOblivion.KEPT.minusMinutes(10));
        assertEquals(0, oblivion.forget());
        clock.turn(Duration.ofMinutes(20));

        assertEquals(4, oblivion.forget());

        fourGuestsCount();
        assertFalse(opensTo(COMES_TWICE), "also with the vault");
        assertFalse(opensTo(COMES_ONCE));
        chainsHold();
        assertEquals(0, oblivion.forget());
        ledger.rebuild();
        fourGuestsCount();
        assertEquals(0, oblivion.forget());
        assertEquals(4, count("SELECT count(*) FROM guest WHERE forgotten = 1"));
    }

    @Test
    void aKioskThatSendsThemAgainChangesNothing() throws Exception {
        var day = day(ONE, clock.instant());
        append(ONE, day.pushAll());
        clock.turn(GuestOblivion.KEPT.plusDays(1));
        new GuestOblivion(database, guests, clock).forget();

        append(ONE, day.pushAll());

        assertFalse(opensTo(COMES_ONCE));
        chainsHold();
    }

    @Test
    void whatWasCarriedAndRepeatsIsForgottenAsWell() throws Exception {
        var day = day(ONE, clock.instant());
        append(ONE, day.pushAll());
        append(ONE, new TestLedger(ONE, NEXT).carry(day, 1, 2, 3, 4).pushAll());
        clock.turn(GuestOblivion.KEPT.plusDays(1));

        new GuestOblivion(database, guests, clock).forget();

        assertFalse(opensTo(COMES_TWICE));
        assertFalse(opensTo(COMES_ONCE));
        ledger.rebuild();
        assertEquals(3, count("SELECT count(*) FROM guest WHERE counted = 1"));
        chainsHold();
    }

    @Test
    void whatAnOlderProgramLeftOpenIsSealedWhenEverythingIsDerivedAnew() throws Exception {
        ledger = ledger(GuestSeal.NONE);
        append(ONE, day(ONE, clock.instant()).pushAll());
        append(TWO, day(TWO, clock.instant()).pushAll());
        assertTrue(tableHolds(COMES_TWICE));

        ledger = ledger(guests);
        ledger.rebuild();

        fourGuestsCount();
        assertFalse(tableHolds(COMES_TWICE));
        chainsHold();
    }

    @Test
    void theKeyStaysTheSame() throws Exception {
        var secrets = Vault.in(directory.resolve("vault")).secrets();
        var card = new CardKey(COMES_ONCE);

        assertEquals(
                guests.name("one", card),
                GuestSeal.open(secrets, new SecureRandom()).name("one", card));
        assertEquals(guests.name("one", card), GuestSeal.known(secrets).name("one", card));
    }
}
