package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.attendance.FreezeCause;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.RollEntry;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.kiosk.attendance.AttendanceBook;
import cn.dangqun.kiosk.attendance.Present;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.shell.KioskCore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// What a ledger's files say of who came, and how it goes on without its key (decision 0019).
class LedgerSealedTest extends LedgerOnDisk {
    private static final String CARD = "c0ffee00112233445566778899aabbccddeeff00112233445566778899aabbcc";
    private static final byte[] STROKES = "strokes".getBytes(StandardCharsets.UTF_8);

    private final SecureRandom random = new SecureRandom();
    private final List<byte[]> secrets = new ArrayList<>();

    private SealedId aDay() throws Exception {
        for (int i = 0; i < 40; i++) {
            append(checkIn("M-1000" + i));
            hides("M-1000" + i);
        }
        append(new AttendanceFact.GuestCheckedIn(ACTIVITY, GuestKind.FLOATING, Optional.of(new CardKey(CARD))));
        hides(CARD);
        secrets.add(HexFormat.of().parseHex(CARD));
        var roll = new RollSnapshot(
                ACTIVITY,
                new OrganizationId("branch-1"),
                LocalDate.of(2026, 11, 10),
                List.of(new RollEntry(new MemberId("M-40001"), true, Optional.empty())));
        append(new AttendanceFact.RollFrozen(roll, FreezeCause.OPENED, 0));
        hides("M-40001");
        var elsewhere = new StreetCount(
                ACTIVITY,
                List.of(),
                new StreetCount.Elsewhere(Set.of(new MemberId("M-50001")), Set.of(), Set.of(), 0, Set.of(), Set.of()),
                new Tally(0, 0),
                "",
                0,
                false,
                1);
        done(ledger.write(transaction -> {
            new AttendanceBook(transaction.db()).keep(elsewhere, "", START);
            return true;
        }));
        hides("M-50001");
        var strokes = done(ledger.write(transaction -> transaction.attach(STROKES, random)));
        secrets.add(ledger.newReader().attachment(strokes).orElseThrow().key());
        for (var mark : ledger.newReader().introduction().marks()) {
            secrets.add(mark.hash().toByteArray());
        }
        return strokes;
    }

    private void hides(String text) {
        secrets.add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void saysNothing(Path directory) throws IOException {
        assertTrue(secrets.size() > 40);
        try (var files = Files.list(directory)) {
            for (var file : files.filter(each -> each.getFileName().toString().matches("ledger.db.*(?<!new)"))
                    .toList()) {
                for (var secret : secrets) {
                    assertFalse(
                            holds(file, secret),
                            () -> file + " says " + HexFormat.of().formatHex(secret));
                }
            }
        }
    }

    private static boolean holds(Path file, byte[] bytes) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1)
                .contains(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private Ledger open(LedgerKeys keys) {
        ledger = Ledger.open(file(), clock, keys, KioskCore.PROJECTIONS);
        done(ledger.adopt(KIOSK));
        return ledger;
    }

    private LedgerKeys noKeyYet() throws IOException {
        var place = Files.createDirectories(directory.resolve("other-keys"));
        return LedgerKeys.open(place.resolve("ledger.keys"), Optional.empty());
    }

    @Test
    void tellsNeitherInTheFileNorInItsLogWhoCame() throws Exception {
        aDay();
        saysNothing(directory);

        ledger.close();

        saysNothing(directory);
    }

    @Test
    void aFactIsARowOfAtMostTwoHundredBytes() throws Exception {
        aDay();
        ledger.close();

        try (var db = SqliteConnection.openForReading(file())) {
            long bytes = db.first(
                            "SELECT max(length(record) + length(hash) + length(previous) + length(epoch) + 18) FROM fact",
                            row -> row.getLong(1))
                    .orElseThrow();
            assertTrue(bytes <= 200, "a row has " + bytes + " bytes");
        }
    }

    @Test
    void oneThatStoodOpenIsSealedAtTheNextStartAndSaysTheSame() throws Exception {
        ledger.close();
        Files.delete(file());
        open(LedgerKeys.none());
        var strokes = aDay();
        var facts = all();
        var head = ledger.newReader().introduction();
        ledger.close();
        assertTrue(holds(file(), secrets.getFirst()), "it stands open");

        open();

        assertEquals(facts, all());
        assertEquals(head.marks(), ledger.newReader().introduction().marks());
        assertEquals(40, Present.in(ledger, ACTIVITY).members().size());
        assertEquals(1, Present.in(ledger, ACTIVITY).guests());
        assertArrayEquals(
                STROKES, ledger.newReader().attachment(strokes).orElseThrow().open());
        saysNothing(directory);
        append(checkIn("M-20000"));
        ledger.close();
        saysNothing(directory);
    }

    @Test
    void isSealedAtWorkWhenTheKeyComes() throws Exception {
        ledger.close();
        Files.delete(file());
        var keys = noKeyYet();
        open(keys);
        aDay();
        var facts = all();
        var reader = ledger.newReader();
        assertEquals(facts, reader.batch(0, 10_000, Integer.MAX_VALUE));

        assertTrue(keys.lacks(KIOSK, KeysOnDisk.of(KIOSK).name()));
        assertTrue(keys.keep(KIOSK, List.of(KeysOnDisk.of(KIOSK))));
        assertFalse(keys.lacks(KIOSK, KeysOnDisk.of(KIOSK).name()));
        done(ledger.adopt(KIOSK));

        assertEquals(facts, reader.batch(0, 10_000, Integer.MAX_VALUE), "a reader that was there goes on");
        append(checkIn("M-20000"));
        assertEquals(41, Present.in(ledger, ACTIVITY).members().size());
        ledger.close();
        saysNothing(directory);
    }

    @Test
    void waitsCompleteForALostKeyAndThenGoesOn() throws Exception {
        var strokes = aDay();
        var facts = all().records().size();
        ledger.close();
        var keys = noKeyYet();

        open(keys);

        assertTrue(ledger.health().locked());
        assertEquals(0, all().records().size());
        assertFalse(ledger.health().damagedFileKept());
        append(checkIn("M-30000"));
        saysNothing(directory);
        keys.keep(KIOSK, List.of(KeysOnDisk.of(KIOSK)));
        done(ledger.adopt(KIOSK));
        await(() -> all().records().size() == facts + 1);
        assertEquals(41, Present.in(ledger, ACTIVITY).members().size());
        assertArrayEquals(
                STROKES, ledger.newReader().attachment(strokes).orElseThrow().open());
        await(() -> !ledger.health().locked());
        reopen();
        assertFalse(ledger.health().locked());
        saysNothing(directory);
    }

    @Test
    void isNotOpenedByTheKeyOfAnotherKiosk() throws Exception {
        aDay();
        ledger.close();
        var keys = noKeyYet();
        var other = new KioskId("kiosk-2");
        keys.keep(other, List.of(KeysOnDisk.of(other)));

        ledger = Ledger.open(file(), clock, keys, KioskCore.PROJECTIONS);
        done(ledger.adopt(other));

        assertTrue(ledger.health().locked());
        assertEquals(0, all().records().size());
        keys.keep(KIOSK, List.of(KeysOnDisk.of(KIOSK)));
        done(ledger.adopt(other));
        await(() -> all().records().size() == 42);
    }

    @Test
    void aDamagedOneWhoseKeyIsLostWaitsAsWell() throws Exception {
        aDay();
        ledger.close();
        var bytes = Files.readAllBytes(file());
        for (int i = 0; i < 4096; i++) {
            bytes[i] = 0x5A;
        }
        Files.write(file(), bytes);
        var keys = noKeyYet();

        open(keys);

        assertTrue(ledger.health().damagedFileKept());
        assertEquals(0, all().records().size());
        keys.keep(KIOSK, List.of(KeysOnDisk.of(KIOSK)));
        done(ledger.adopt(KIOSK));
        await(() -> all().records().size() == 42);
    }

    @Test
    void keysSurviveAndAreForgottenWithTheKeyOfTheDisk() throws Exception {
        var keys = noKeyYet();
        keys.keep(KIOSK, List.of(KeysOnDisk.of(KIOSK)));

        assertFalse(keys.keep(KIOSK, List.of(KeysOnDisk.of(KIOSK))), "it is there already");
        assertFalse(noKeyYet().lacks(KIOSK, KeysOnDisk.of(KIOSK).name()));
        Files.delete(directory.resolve("other-keys/roster.key"));
        assertTrue(noKeyYet().lacks(KIOSK, KeysOnDisk.of(KIOSK).name()));
        assertFalse(noKeyYet().lacks(KIOSK, ""), "an older street names none");
        assertFalse(LedgerKeys.none().lacks(KIOSK, "any"));
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "in vain");
            LockSupport.parkNanos(1_000_000);
        }
    }
}
