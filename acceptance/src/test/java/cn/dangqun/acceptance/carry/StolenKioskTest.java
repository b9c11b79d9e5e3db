package cn.dangqun.acceptance.carry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.acceptance.process.CrowdedStreet;
import cn.dangqun.cards.CardSecret;
import cn.dangqun.cards.CurveCardKeyer;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.db.DiskKey;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerKeys;
import cn.dangqun.kiosk.ledger.SystemKioskClock;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.shell.KioskCore;
import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever has a kiosk's whole disk, and the program, tries to learn resident numbers (docs/secrets.md).
@Tag("real-time")
class StolenKioskTest {
    /// Somebody is known to be of this place and of this birthday; the last digit does not fit, so nobody has it.
    private static final String PLACE = "110101";

    private static final LocalDate BORN = LocalDate.of(1950, 1, 1);
    private static final String VICTIM = PLACE + "19500101" + "0070";
    private static final int BUDGET = 40;

    @TempDir
    Path folder;

    /// Who came, and a guest.
    private static final int CAME = 20;

    private static final int GUEST = OpenStreet.MEMBERS + 1;

    private Path disk;
    private Path running;
    private Path office;
    private CardKey guest;

    @BeforeEach
    void steal() throws Exception {
        try (var street = new OpenStreet(folder)) {
            street.bind(VICTIM, CrowdedStreet.member(7));
            var settings = street.kiosk(folder.resolve("kiosk"), new KioskId("kiosk-1"), true);
            try (var kiosk = new ScreenlessKiosk(settings)) {
                ScreenlessKiosk.await("everything", () -> kiosk.knowsResident(VICTIM));
                for (int person = 1; person <= CAME; person++) {
                    kiosk.tap(person);
                }
                kiosk.tap(GUEST);
                guest = kiosk.card(GUEST);
                running = copied(folder.resolve("kiosk/kiosk"), folder.resolve("running"));
            }
            office = street.data();
        }
        disk = folder.resolve("kiosk/kiosk");
    }

    private static Path copied(Path from, Path to) throws Exception {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file :
                    files.filter(each -> !each.toString().endsWith(".new")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    /// What the disk gives when its key lies on it.
    private CardKeyer keyer() throws Exception {
        var sealed = Files.readAllBytes(disk.resolve("identity.p12"));
        var open = DiskKey.ofIdentity(disk.resolve("identity.p12"), Optional.empty())
                .open("identity", Arrays.copyOfRange(sealed, 8, sealed.length));
        var store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(open), "dangqun".toCharArray());
        var secret = store.getKey("card-secret", "dangqun".toCharArray()).getEncoded();
        var salt = store.getKey("card-salt", "dangqun".toCharArray()).getEncoded();
        return new CurveCardKeyer(CardSecret.of(secret), salt);
    }

    private Optional<MemberId> guess(CardKeyer keyer, Stream<String> numbers) throws Exception {
        try (var roster = ReferenceStore.open(disk.resolve("reference.db"), Optional.empty(), Clock.systemUTC())) {
            return numbers.limit(BUDGET)
                    .map(number -> roster.index().memberOf(keyer.ofResidentNumber(number)))
                    .flatMap(Optional::stream)
                    .map(member -> member.id())
                    .findFirst();
        }
    }

    /// All who may have been born there, from the oldest on.
    private static Stream<String> everybody() {
        return BORN.datesUntil(BORN.plusYears(60))
                .flatMap(day -> Stream.iterate(0, order -> order < 1000, order -> order + 1)
                        .map(order -> PLACE + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d0".formatted(order)));
    }

    @Test
    void theAttackWorksForWhoeverKnowsNearlyEverythingAlready() throws Exception {
        assertEquals(Optional.of(CrowdedStreet.member(7)), guess(keyer(), everybody()));
    }

    @Test
    void andFindsNobodyInItsBudgetWithoutTheBirthday() throws Exception {
        long begun = System.nanoTime();

        assertEquals(Optional.empty(), guess(keyer(), everybody().skip(365_000)));

        System.out.printf("%d guesses, %.0f ms each%n", BUDGET, (System.nanoTime() - begun) / 1e6 / BUDGET);
    }

    @Test
    void aDiskWhoseKeyIsInTheMachineOpensNothing() throws Exception {
        Files.delete(disk.resolve("roster.key"));

        assertThrows(GeneralSecurityException.class, this::keyer);
        assertEquals(Optional.empty(), guess(new CurveCardKeyer(CardSecret.of(one()), new byte[16]), everybody()));
    }

    @Test
    void aDiskWhoseKeyIsInTheMachineTellsNobodyWhoCame() throws Exception {
        for (var place : List.of(disk, running)) {
            Files.delete(place.resolve("roster.key"));
            tellsNobody(place);
        }
        assertTrue(Files.size(running.resolve("ledger.db-wal")) > 0, "it was at work");

        // a start without the key sets the ledger aside
        var anew = LedgerKeys.open(disk.resolve("ledger.keys"), Optional.empty());
        try (var ledger = Ledger.open(
                disk.resolve("ledger.db"), new SystemKioskClock(Clock.systemUTC()), anew, KioskCore.PROJECTIONS)) {
            assertTrue(ledger.answers().join());
        }
        try (var files = Files.list(disk)) {
            assertTrue(files.anyMatch(each -> each.toString().contains("ledger.db.locked-")));
        }
        tellsNobody(disk);
    }

    private void tellsNobody(Path place) throws Exception {
        try (var files = Files.walk(place)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.getFileName().toString().startsWith("reference.db"))
                    .toList()) {
                for (int person = 1; person <= CAME; person++) {
                    assertFalse(holds(file, bytes(CrowdedStreet.member(person).value())), file + ", " + person);
                }
                assertFalse(holds(file, bytes(guest.hex())), file.toString());
                assertFalse(holds(file, HexFormat.of().parseHex(guest.hex())), file.toString());
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void andTellsAllOfThemToWhoeverHasTheKeyOfTheDisk() throws Exception {
        var keys = LedgerKeys.open(disk.resolve("ledger.keys"), Optional.empty());
        try (var ledger = Ledger.open(
                disk.resolve("ledger.db"), new SystemKioskClock(Clock.systemUTC()), keys, KioskCore.PROJECTIONS)) {
            assertTrue(ledger.answers().join());
            var day = String.join(
                    " ",
                    ledger.newReader().batch(0, 100, Integer.MAX_VALUE).records().stream()
                            .map(ByteString::toStringUtf8)
                            .toList());
            assertTrue(day.contains(CrowdedStreet.member(CAME).value()));
        }
    }

    private static byte[] one() {
        var one = new byte[32];
        one[31] = 1;
        return one;
    }

    @Test
    void neitherDatabaseHoldsAMasterASecretOrANumber() throws Exception {
        var kiosk = keyer().ofResidentNumber(VICTIM);
        try (var secrets = Files.list(office)) {
            for (var file : secrets.filter(each -> each.getFileName().toString().startsWith("card-"))
                    .toList()) {
                assertFalse(holds(office.resolve("street.db"), Files.readAllBytes(file)), file.toString());
            }
        }
        for (var database : new Path[] {office.resolve("street.db"), disk.resolve("reference.db")}) {
            assertFalse(holds(database, VICTIM.getBytes(StandardCharsets.UTF_8)), database.toString());
        }
        assertFalse(holds(office.resolve("street.db"), kiosk.hex().getBytes(StandardCharsets.UTF_8)));
        assertFalse(holds(office.resolve("street.db"), HexFormat.of().parseHex(kiosk.hex())));
        assertTrue(holds(
                office.resolve("street.db"), CrowdedStreet.member(7).value().getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean holds(Path file, byte[] bytes) throws Exception {
        var all = Files.readString(file, StandardCharsets.ISO_8859_1);
        return all.contains(new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
