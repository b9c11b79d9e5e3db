package cn.dangqun.server.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.dangqun.cards.CurveCardKeyer;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.TestClock;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.TestStreet;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.MigratedFile;
import cn.dangqun.server.ledger.AppendResult;
import cn.dangqun.server.ledger.Ledger;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.vault.Vault;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Cards tied and untied at kiosks, whatever order it arrives in. Every test ends with a rebuild that changes nothing.
@Timeout(60)
class CardsAtKiosksTest {
    private static final KioskId ONE = new KioskId("kiosk-1");
    private static final KioskId TWO = new KioskId("kiosk-2");
    private static final byte[] UID = {1, 2, 3, 4, 5, 6, 7};

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock();
    private final Map<KioskId, TestLedger> ledgers = new HashMap<>();
    private Database database;
    private CardSecrets secrets;
    private CardMasters masters;
    private ReferenceLedger reference;
    private Ledger ledger;

    @BeforeEach
    void open() throws Exception {
        database = MigratedFile.open(directory.resolve("street.db"));
        masters = CardMasters.open(Vault.in(directory.resolve("vault")).secrets(), new SecureRandom());
        secrets = new CardSecrets(database, masters, new SecureRandom(), clock);
        reference = new ReferenceLedger(database, clock);
        ledger = new Ledger(database, clock, List.of(new CardsAtKiosks(secrets, reference)));
        reference.publish(List.of(
                TestStreet.organization("s", null, OrganizationLevel.STREET_COMMITTEE),
                TestStreet.organization("c", "s", OrganizationLevel.COMMITTEE),
                TestStreet.organization("b", "c", OrganizationLevel.BRANCH),
                TestStreet.member("M-1", "b"),
                TestStreet.member("M-2", "b")));
    }

    @AfterEach
    void derivesTheSame() {
        var before = rows();
        ledger.rebuild();
        assertEquals(before, rows());
        database.close();
    }

    private List<String> rows() {
        return strings("SELECT card || member FROM card_binding UNION ALL SELECT card || state || coalesce(ended_at, 0)"
                + " FROM card_history ORDER BY 1");
    }

    private List<String> strings(String sql) {
        return database.read(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private CardKeyer keyer(KioskId kiosk) {
        var granted = database.write((handle, changes) -> secrets.of(handle, kiosk));
        return new CurveCardKeyer(granted.secret(), granted.salt());
    }

    private CardKey card(KioskId kiosk) {
        return keyer(kiosk).ofUid(UID);
    }

    private void happens(KioskId kiosk, Fact fact, int minute) {
        var own = ledgers.computeIfAbsent(kiosk, TestLedger::new);
        own.add(fact, Instant.parse("2026-07-10T01:00:00Z").plusSeconds(60L * minute));
        var result = ledger.append(kiosk, TestLedger.EPOCH, own.push(own.size(), own.size()))
                .orElseThrow()
                .join();
        assertEquals(AppendResult.Taken.class, result.getClass(), result::toString);
    }

    private void bound(KioskId kiosk, String member, int minute) {
        happens(
                kiosk,
                new StaffFact.CardBound(card(kiosk), new MemberId(member), new Handling("s-1", "BOUND")),
                minute);
    }

    private void retired(KioskId kiosk, int minute) {
        happens(kiosk, new StaffFact.CardRetired(card(kiosk), new Handling("s-2", "LOST")), minute);
    }

    private List<String> holders() {
        return strings("SELECT member FROM card_binding WHERE card = '"
                + secrets.keyer().ofUid(UID).hex() + "'");
    }

    @Test
    void whatOneKioskTiedAnotherUntiesAndTheHistorySaysWhoDidIt() {
        bound(ONE, "M-1", 0);
        assertEquals(List.of("M-1"), holders());

        retired(TWO, 5);

        assertEquals(List.of(), holders());
        assertEquals(
                List.of("M-1 HELD kiosk-1 s-1 BOUND kiosk-2 s-2 LOST"),
                strings("SELECT member || ' ' || state || ' ' || kiosk || ' ' || staff || ' ' || reason || ' '"
                        + " || ended_kiosk || ' ' || ended_staff || ' ' || ended_reason FROM card_history"));
        bound(TWO, "M-2", 10);
        assertEquals(List.of("M-2"), holders());
    }

    @Test
    void nobodysCardIsGivenToSomebodyElse() {
        bound(ONE, "M-1", 0);
        bound(TWO, "M-2", 5);

        assertEquals(List.of("M-1"), holders());
        assertEquals(List.of("ANOTHERS"), strings("SELECT state FROM card_history WHERE member = 'M-2'"));
    }

    @Test
    void whatArrivesLateDoesNotUndoWhatHappenedAfterIt() {
        bound(ONE, "M-1", 3);
        retired(ONE, 10);

        bound(TWO, "M-2", 5);
        assertEquals(List.of(), holders());
        retired(TWO, 4);

        assertEquals(List.of("M-1"), strings("SELECT member FROM card_history WHERE state = 'HELD'"));
        assertEquals(
                2,
                strings("SELECT state FROM card_history WHERE state = 'LATE'").size());
    }

    @Test
    void aCardThatTheOfficeEnteredIsUntiedAsWell() {
        reference.publish(List.of(new ReferenceItem.CardBinding(secrets.keyer().ofUid(UID), new MemberId("M-1"))));

        retired(ONE, 1);

        assertEquals(List.of(), holders());
        assertEquals(List.of("BEFORE M-1"), strings("SELECT state || ' ' || member FROM card_history"));
    }

    @Test
    void whatNobodyCouldTurnIsNotedAndBindsNobody() {
        happens(
                ONE,
                new StaffFact.CardBound(
                        new CardKey("ab".repeat(32)), new MemberId("M-1"), new Handling("s-1", "BOUND")),
                0);

        assertEquals(List.of(), strings("SELECT member FROM card_binding"));
        assertEquals(List.of("UNKNOWN_SECRET"), strings("SELECT state FROM card_history"));
    }

    @Test
    void aMemberNobodyKnowsIsParkedForPeople() {
        bound(ONE, "M-9", 0);

        assertEquals(List.of("IMPOSSIBLE"), strings("SELECT reason FROM fact_quarantine"));
    }

    @Test
    void goesOnAfterTheSecretWasRenewed() throws Exception {
        bound(ONE, "M-1", 0);

        new CardRotation(database, masters, secrets, reference, ledger.street()).rotate();

        assertEquals(List.of("M-1"), holders());
        assertFalse(strings("SELECT card FROM card_history WHERE card = '"
                        + secrets.keyer().ofUid(UID).hex() + "'")
                .isEmpty());
        retired(TWO, 5);
        assertEquals(List.of(), holders());
        assertEquals(
                1,
                strings("SELECT member FROM card_history WHERE ended_staff = 's-2'")
                        .size());
    }

    @Test
    void bringsBackNoCardThatTheOfficeTookAwayLater() {
        var card = secrets.keyer().ofUid(UID).hex();
        database.write((handle, changes) -> handle.execute(
                "INSERT INTO card_retired (street, card, at, member, since, reason, login) VALUES (1, ?, ?, 'M-1', ?, ?, ?)",
                card,
                Instant.parse("2026-07-10T01:30:00Z").toEpochMilli(),
                "2026-07-10",
                "遗失",
                "office"));

        bound(ONE, "M-1", 10);
        assertEquals(List.of(), holders(), "it was tied before");

        bound(TWO, "M-1", 40);
        assertEquals(List.of("M-1"), holders(), "and found again");
    }
}
