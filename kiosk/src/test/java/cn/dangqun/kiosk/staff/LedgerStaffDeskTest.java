package cn.dangqun.kiosk.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.calendar.OpeningCalendar;
import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.staff.Rota;
import cn.dangqun.domain.staff.StaffCode;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.kiosk.staff.StaffDesk.Unlock;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.store.SecretVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerStaffDeskTest {
    private static final Instant NINE = Instant.parse("2026-11-10T01:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final String RIGHT = "246810";
    private static final ReferenceItem.Staff ON_DUTY =
            new ReferenceItem.Staff("S-1", "样例值守甲", PinVerifiers.of(RIGHT), "今日值守");
    private static final ReferenceItem.Staff WITHOUT_PIN = new ReferenceItem.Staff("S-2", "样例值守乙", "", "");
    private static final StaffMember SHOWN = new StaffMember("S-1", "样例值守甲", "今日值守", StaffRole.DUTY_STAFF);

    private static final StaffMember NEWCOMER_SHOWN = new StaffMember("S-3", "样例值守丙", "", StaffRole.DUTY_STAFF);

    @TempDir
    Path directory;

    private final SteppedClock clock = new SteppedClock(NINE);
    private Ledger ledger;
    private ReferenceStore reference;
    private final Map<ContentId, byte[]> come = new HashMap<>();
    private LedgerStaffDesk desk;

    @BeforeEach
    void open() throws Exception {
        ledger = Ledger.open(directory.resolve("ledger.db"), clock, KioskCore.PROJECTIONS);
        ledger.adopt(KIOSK).join();
        reference = MadeUpStreet.store(directory, clock, List.of(ON_DUTY, WITHOUT_PIN));
        desk = new LedgerStaffDesk(ledger, reference, id -> Optional.ofNullable(come.get(id)), file(), clock, ZONE);
    }

    @AfterEach
    void close() {
        desk.close();
        ledger.close();
        reference.close();
    }

    private Path file() {
        return directory.resolve("staff.db");
    }

    private Unlock attempt(String pin) {
        return desk.unlock("S-1", pin).join();
    }

    private void failTimes(int times) {
        for (int i = 0; i < times; i++) {
            attempt("000000");
        }
    }

    @Test
    void listsStaffWithTheirDuty() {
        assertEquals(List.of(SHOWN, new StaffMember("S-2", "样例值守乙", "", StaffRole.DUTY_STAFF)), desk.staff());
    }

    /// At 20:48 nobody of the two half days is on duty any more.
    @Test
    void saysWhoIsOnDutyNow() {
        assertEquals(new Duty.Unsaid(), desk.onDuty());
        rota();

        assertEquals(new Duty.Here(List.of(new Duty.Person("样例值守甲", LocalTime.NOON))), desk.onDuty());
        clock.pass(Duration.ofHours(5));
        assertEquals(new Duty.Here(List.of(new Duty.Person("样例值守乙", LocalTime.of(17, 30)))), desk.onDuty());
        clock.pass(Duration.ofHours(6).plusMinutes(48));
        assertEquals(
                new Duty.Nobody(LocalDate.of(2026, 11, 10), Optional.of(LocalDateTime.parse("2026-11-11T08:30"))),
                desk.onDuty());
    }

    /// The words are there at once, the photo when its file has come and while the street shows it.
    @Test
    void showsThePhotoOfWhoIsOnDutyWhenItHasCome() {
        rota();
        var jpeg = Portraits.somebody().jpeg();
        var file = new ContentFile(ContentId.of(jpeg.toByteArray()), jpeg.size());
        var alone = new Duty.Here(List.of(new Duty.Person("样例值守甲", LocalTime.NOON)));
        put(ON_DUTY.showing(Optional.of(file)));
        assertEquals(List.of(file), reference.index().files());
        assertEquals(alone, desk.onDuty());

        come.put(file.id(), jpeg.toByteArray());
        assertEquals(
                new Duty.Here(List.of(new Duty.Person("样例值守甲", LocalTime.NOON, Optional.of(Portraits.somebody())))),
                desk.onDuty());

        put(ON_DUTY);
        assertEquals(alone, desk.onDuty());
        assertEquals(List.of(), reference.index().files());
    }

    private void rota() {
        var every = EnumSet.allOf(DayOfWeek.class);
        var rota = new Rota(
                List.of(
                        new Rota.Weekly(every, new Rota.Turn("S-1", LocalTime.of(8, 30), LocalTime.NOON)),
                        new Rota.Weekly(every, new Rota.Turn("gone", LocalTime.of(8, 30), LocalTime.NOON)),
                        new Rota.Weekly(every, new Rota.Turn("S-2", LocalTime.of(13, 30), LocalTime.of(17, 30)))),
                List.of(),
                OpeningCalendar.NONE);
        var site = new ReferenceItem.Site("site", "样例社区党群服务中心", MadeUpStreet.COMMUNITY, rota);
        put(site);
    }

    @Test
    void opensOnlyAfterTheUnlockingIsAFact() throws Exception {
        assertEquals(new Unlock.Unlocked(SHOWN), attempt(RIGHT));

        var batch = ledger.newReader().batch(0, 10, 10_000);
        assertEquals(
                new StaffFact.StaffUnlocked("S-1"),
                FactCodec.decode(
                                KIOSK, batch.epoch(), batch.records().getFirst().toByteArray())
                        .fact());
    }

    @Test
    void staysShutWhenTheUnlockingCannotBeRecorded() {
        ledger.close();

        assertEquals(new Unlock.NotSaved(), attempt(RIGHT));
    }

    @Test
    void countsNoWrongTryWhenTheLedgerFailed() {
        ledger.close();
        for (int i = 0; i < LedgerStaffDesk.FREE_TRIES + 1; i++) {
            assertEquals(new Unlock.NotSaved(), attempt(RIGHT));
        }
    }

    @Test
    void countsWrongTriesDown() {
        assertEquals(new Unlock.WrongPin(4), attempt("000000"));
        assertEquals(new Unlock.WrongPin(3), attempt("000000"));
    }

    @Test
    void locksAtTheFifthWrongTryForAMinute() {
        failTimes(4);

        assertEquals(new Unlock.LockedOut(NINE.plusSeconds(60)), attempt("000000"));
        assertEquals(new Unlock.LockedOut(NINE.plusSeconds(60)), attempt(RIGHT));

        clock.pass(Duration.ofSeconds(60));
        assertEquals(new Unlock.Unlocked(SHOWN), attempt(RIGHT));
    }

    /// Somebody on the centre's network tries PINs all day.
    @Test
    void whoeverTriesFromBrowsersPausesNobodyAtTheKioskNorWhereTheyWorked() {
        assertInstanceOf(
                Unlock.Unlocked.class, desk.unlockFrom("10.0.0.5", "S-1", RIGHT).join());
        for (int i = 0; i < LedgerStaffDesk.FREE_TRIES; i++) {
            desk.unlockFrom("10.0.0." + (100 + i), "S-1", "000000").join();
        }

        assertInstanceOf(
                Unlock.LockedOut.class,
                desk.unlockFrom("10.0.0.77", "S-1", RIGHT).join(),
                "strangers are counted together");
        assertInstanceOf(
                Unlock.Unlocked.class, desk.unlockFrom("10.0.0.5", "S-1", RIGHT).join());
        assertInstanceOf(Unlock.Unlocked.class, attempt(RIGHT));

        desk.close();
        desk = new LedgerStaffDesk(ledger, reference, id -> Optional.ofNullable(come.get(id)), file(), clock, ZONE);
        assertInstanceOf(
                Unlock.LockedOut.class,
                desk.unlockFrom("10.0.0.77", "S-1", RIGHT).join(),
                "also after the plug was pulled");
        assertInstanceOf(
                Unlock.Unlocked.class, desk.unlockFrom("10.0.0.5", "S-1", RIGHT).join());
    }

    @Test
    void saysWhenSomebodysLastTurnOfTheDayEnds() {
        rota();

        assertEquals(
                Optional.of(LocalDateTime.parse("2026-11-10T12:00").atZone(ZONE).toInstant()), desk.turnsEnd("S-1"));
        assertEquals(Optional.empty(), desk.turnsEnd("S-9"));
    }

    @Test
    void locksLongerEachTime() {
        failTimes(5);
        clock.pass(Duration.ofMinutes(1));

        assertEquals(new Unlock.LockedOut(NINE.plus(Duration.ofMinutes(3))), attempt("000000"));

        clock.pass(Duration.ofMinutes(2));
        assertEquals(new Unlock.LockedOut(NINE.plus(Duration.ofMinutes(8))), attempt("000000"));
    }

    /// Without the street: the code is known, the PIN is a fact.
    @Test
    void takesAOneTimeCodeOnceForAPinOfOnesOwn() throws Exception {
        var code = withCode("code-1");
        assertEquals(new Unlock.CodeAccepted(NEWCOMER_SHOWN), unlock(code));
        assertEquals(new Unlock.CodeAccepted(NEWCOMER_SHOWN), unlock(code), "looking uses nothing up");

        assertEquals(
                new Unlock.Unlocked(NEWCOMER_SHOWN),
                desk.choosePin("S-3", code, "802715").join());

        assertEquals(new Unlock.Unlocked(NEWCOMER_SHOWN), unlock("802715"));
        assertInstanceOf(Unlock.WrongPin.class, unlock(code));
        assertEquals(
                new Unlock.NotSaved(), desk.choosePin("S-3", code, "918273").join());
        var batch = ledger.newReader().batch(0, 10, 10_000);
        var fact = (StaffFact.PinChosen) FactCodec.decode(
                        KIOSK, batch.epoch(), batch.records().getFirst().toByteArray())
                .fact();
        assertEquals("code-1", fact.code());
        assertTrue(SecretVerifier.parse(fact.verifier()).orElseThrow().accepts("802715"));
        desk.close();
        desk = new LedgerStaffDesk(ledger, reference, id -> Optional.ofNullable(come.get(id)), file(), clock, ZONE);
        assertEquals(new Unlock.Unlocked(NEWCOMER_SHOWN), unlock("802715"), "after a start");
    }

    @Test
    void letsTheStreetsWordStandOverWhatWasChosenHere() {
        var code = withCode("code-1");
        desk.choosePin("S-3", code, "802715").join();

        put(new ReferenceItem.Staff("S-3", "样例值守丙", PinVerifiers.of("271828"), "", StaffRole.DUTY_STAFF));

        assertInstanceOf(Unlock.WrongPin.class, unlock("802715"));
        assertEquals(new Unlock.Unlocked(NEWCOMER_SHOWN), unlock("271828"));
        var another = withCode("code-2");
        assertInstanceOf(Unlock.WrongPin.class, unlock("271828"));
        assertEquals(new Unlock.CodeAccepted(NEWCOMER_SHOWN), unlock(another));
    }

    @Test
    void takesNoCodeThatEndedAndNoPinThatIsTheFirstToTry() {
        var code = withCode("code-1");
        assertEquals(
                new Unlock.NotSaved(), desk.choosePin("S-3", code, "123456").join());
        assertEquals(
                new Unlock.NotSaved(),
                desk.choosePin("S-3", "00000000", "802715").join());

        clock.pass(Duration.ofDays(3));

        assertInstanceOf(Unlock.WrongPin.class, unlock(code));
    }

    @Test
    void choosesNothingWhenItCannotBeRecorded() {
        var code = withCode("code-1");
        ledger.close();

        assertEquals(
                new Unlock.NotSaved(), desk.choosePin("S-3", code, "802715").join());
    }

    private Unlock unlock(String typed) {
        return desk.unlock("S-3", typed).join();
    }

    /// A newcomer without a PIN, whose code is the answer.
    private String withCode(String id) {
        var digits = id.equals("code-1") ? "13572468" : "97531864";
        put(new ReferenceItem.Staff(
                "S-3",
                "样例值守丙",
                "",
                "",
                StaffRole.DUTY_STAFF,
                Optional.of(new StaffCode(id, PinVerifiers.of(digits), NINE.plus(Duration.ofDays(3)))),
                Optional.empty()));
        return digits;
    }

    private void put(ReferenceItem item) {
        reference
                .apply(MadeUpStreet.page(reference.applied(), false, List.of(item)), "")
                .join();
    }

    @Test
    void forgetsWrongTriesAfterTheRightPin() {
        failTimes(4);
        attempt(RIGHT);

        assertEquals(new Unlock.WrongPin(4), attempt("000000"));
    }

    @Test
    void remembersWrongTriesAcrossARestart() throws Exception {
        failTimes(4);

        close();
        open();

        assertInstanceOf(Unlock.LockedOut.class, attempt("000000"));
    }

    @Test
    void locksOnePersonAndNotTheOther() {
        failTimes(5);

        assertEquals(new Unlock.WrongPin(4), desk.unlock("S-2", "000000").join());
    }

    @Test
    void refusesABlankPinWithoutCountingIt() {
        for (var blank : List.of("", " ", "\t")) {
            assertEquals(new Unlock.WrongPin(5), attempt(blank));
        }
    }

    @Test
    void refusesEverythingForStaffWithoutAVerifier() {
        assertEquals(new Unlock.WrongPin(4), desk.unlock("S-2", RIGHT).join());
        assertEquals(new Unlock.WrongPin(4), desk.unlock("nobody", RIGHT).join());
    }

    @Test
    void setsADamagedCountAsideAndStaysShutOnce() throws Exception {
        desk.close();
        Files.writeString(file(), "no database ".repeat(1000));
        desk = new LedgerStaffDesk(ledger, reference, id -> Optional.ofNullable(come.get(id)), file(), clock, ZONE);

        assertEquals(new Unlock.NotSaved(), attempt(RIGHT));

        assertEquals(new Unlock.Unlocked(SHOWN), attempt(RIGHT));
        assertTrue(Files.exists(directory.resolve("staff.db.damaged-20261110T010000Z")));
    }
}
