package cn.dangqun.kiosk.checkin;

import static cn.dangqun.kiosk.reference.MadeUpStreet.DAY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.FIRST_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.GROUP;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_FIRST;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_GROUP;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_SECOND;
import static cn.dangqun.kiosk.reference.MadeUpStreet.REPORTED_IN;
import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;
import static cn.dangqun.kiosk.reference.MadeUpStreet.activity;
import static cn.dangqun.kiosk.reference.MadeUpStreet.card;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.CheckInOutcome;
import cn.dangqun.domain.attendance.CodeFault;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.credential.code.CardSerial;
import cn.dangqun.domain.credential.code.MemberCode;
import cn.dangqun.domain.credential.code.MemberCodeSigner;
import cn.dangqun.domain.credential.code.StreetKey;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.kiosk.activity.LedgerActivities;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.protocol.FactCodec;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCheckInDeskTest {
    private static final Activity MORNING = activity("morning", FIRST_BRANCH, "09:00", "11:00");
    private static final Activity ALSO_MORNING = activity("also-morning", FIRST_BRANCH, "09:00", "11:00");
    private static final Activity OF_GROUP = activity("group", GROUP, "19:00", "20:00");
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final Credential STRANGERS_CARD = new Credential.Card(card("stranger"), CardKind.CONTACTLESS_UID);

    @TempDir
    Path directory;

    private final SteppedClock clock = new SteppedClock(at("08:55"));
    private Ledger ledger;
    private ReferenceStore reference;
    private LedgerCheckInDesk desk;

    @BeforeEach
    void open() throws Exception {
        ledger = Ledger.open(directory.resolve("ledger.db"), clock);
        ledger.adopt(KIOSK).join();
        reference = MadeUpStreet.store(directory, clock, MadeUpStreet.items(MORNING));
        desk = new LedgerCheckInDesk(ledger, reference, clock, ZONE);
    }

    @AfterEach
    void close() {
        ledger.close();
        reference.close();
    }

    private static Instant at(String time) {
        return DAY.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    private void alsoPlan(Activity activity) {
        reference
                .apply(MadeUpStreet.page(reference.applied(), false, List.of(new ReferenceItem.ActivityItem(activity))))
                .join();
    }

    private static Credential cardOf(Member member) {
        return new Credential.Card(card(member), CardKind.RESIDENT_CHIP);
    }

    private CheckInOutcome tap(Member member) {
        return desk.present(cardOf(member)).join();
    }

    private CheckInOutcome.CheckedIn checkedIn(Member member) {
        return assertInstanceOf(CheckInOutcome.CheckedIn.class, tap(member));
    }

    private List<Fact> facts() throws Exception {
        var batch = ledger.newReader().batch(0, 1000, Integer.MAX_VALUE);
        var facts = new ArrayList<Fact>();
        for (var record : batch.records()) {
            facts.add(
                    FactCodec.decode(KIOSK, batch.epoch(), record.toByteArray()).fact());
        }
        return facts;
    }

    @Test
    void saysWhoWhenAndHowManyOnceTheFactIsOnDisk() throws Exception {
        var outcome = checkedIn(IN_FIRST);

        assertEquals(IN_FIRST.name(), outcome.name());
        assertEquals(at("08:55"), outcome.at());
        assertEquals(new Tally(3, 1), outcome.tally());
        assertEquals(
                List.of(new Fact.CheckedIn(
                        MORNING.id(), IN_FIRST.id(), AttendanceRole.MEMBER, CheckInMethod.ID_CARD, false)),
                facts());
    }

    @Test
    void answersASecondTapWithTheFirstTimeAndRecordsNothing() throws Exception {
        tap(IN_FIRST);
        clock.pass(Duration.ofMinutes(7));

        var second = tap(IN_FIRST);

        assertEquals(
                new CheckInOutcome.AlreadyCheckedIn(
                        MORNING, Optional.of(IN_FIRST.name()), at("08:55"), new Tally(3, 1)),
                second);
        assertEquals(1, facts().size());
    }

    @Test
    void countsLinkedMembersInNeitherTally() {
        var outcome = checkedIn(REPORTED_IN);

        assertEquals(AttendanceRole.LINKED, outcome.role());
        assertEquals(new Tally(3, 0), outcome.tally());
    }

    @Test
    void countsOnlyTheGroupAsDueInItsMeeting() {
        alsoPlan(OF_GROUP);
        clock.set(at("18:45"));

        assertEquals(new Tally(1, 1), checkedIn(IN_GROUP).tally());
    }

    @Test
    void keepsTheMomentOfTheTapWhileTheDiskHangs() throws Exception {
        var release = new CountDownLatch(1);
        var held = new CountDownLatch(1);
        var hanging = ledger.write(_ -> {
            held.countDown();
            awaitQuietly(release);
            return true;
        });
        held.await();
        var tap = desk.present(cardOf(IN_FIRST));
        clock.pass(Duration.ofMinutes(3));

        assertFalse(tap.isDone());
        release.countDown();

        assertEquals(at("08:55"), ((CheckInOutcome.CheckedIn) tap.join()).at());
        assertTrue(hanging.isDone());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void countsTwoTapsThatArriveTogetherOnce() throws Exception {
        var taps = new ArrayList<CompletableFuture<CheckInOutcome>>();
        for (int i = 0; i < 20; i++) {
            taps.add(desk.present(cardOf(IN_FIRST)));
        }

        long counted = taps.stream()
                .map(CompletableFuture::join)
                .filter(CheckInOutcome.Counted.class::isInstance)
                .count();

        assertEquals(1, counted);
        assertEquals(1, facts().size());
    }

    @Test
    void checksInToTheChosenActivity() {
        alsoPlan(ALSO_MORNING);
        assertInstanceOf(CheckInOutcome.ChooseActivity.class, tap(IN_FIRST));

        var chosen = desk.presentFor(cardOf(IN_FIRST), ALSO_MORNING.id()).join();

        assertEquals(ALSO_MORNING, ((CheckInOutcome.CheckedIn) chosen).activity());
    }

    @Test
    void letsAMemberOfAnotherBranchJoinAsObserverOutsideTheTally() {
        assertInstanceOf(CheckInOutcome.OtherBranch.class, tap(IN_SECOND));

        var joined = (CheckInOutcome.CheckedIn)
                desk.presentFor(cardOf(IN_SECOND), MORNING.id()).join();

        assertEquals(AttendanceRole.OBSERVER, joined.role());
        assertEquals(new Tally(3, 0), joined.tally());
        assertInstanceOf(CheckInOutcome.AlreadyCheckedIn.class, tap(IN_SECOND));
    }

    @Test
    void offersAStrangerTheOpenActivitiesAndAdmitsOnce() throws Exception {
        assertEquals(
                new CheckInOutcome.UnknownCard(List.of(MORNING)),
                desk.present(STRANGERS_CARD).join());

        var admitted = desk.admitGuest(STRANGERS_CARD, MORNING.id(), GuestKind.FLOATING)
                .join();
        var again = desk.admitGuest(STRANGERS_CARD, MORNING.id(), GuestKind.FLOATING)
                .join();

        assertEquals(GuestKind.FLOATING, ((CheckInOutcome.GuestCheckedIn) admitted).kind());
        assertEquals(
                new CheckInOutcome.AlreadyCheckedIn(MORNING, Optional.empty(), at("08:55"), new Tally(3, 0)), again);
        assertEquals(again, desk.present(STRANGERS_CARD).join());
        assertEquals(
                List.of(new Fact.GuestCheckedIn(MORNING.id(), GuestKind.FLOATING, Optional.of(card("stranger")))),
                facts());
    }

    @Test
    void admitsNoGuestToAnActivityThatIsNotOpen() throws Exception {
        alsoPlan(OF_GROUP);

        assertEquals(
                new CheckInOutcome.UnknownCard(List.of(MORNING)),
                desk.admitGuest(STRANGERS_CARD, OF_GROUP.id(), GuestKind.RESIDENT)
                        .join());
        assertTrue(facts().isEmpty());
    }

    @Test
    void checksAGuestInAsMemberWhomTheStreetHasMadeKnownMeanwhile() {
        assertInstanceOf(
                CheckInOutcome.UnknownCard.class, desk.present(STRANGERS_CARD).join());
        reference
                .apply(MadeUpStreet.page(
                        reference.applied(),
                        false,
                        List.of(new ReferenceItem.CardBinding(card("stranger"), IN_FIRST.id()))))
                .join();

        var outcome = desk.admitGuest(STRANGERS_CARD, MORNING.id(), GuestKind.RESIDENT)
                .join();

        assertEquals(IN_FIRST.id(), ((CheckInOutcome.CheckedIn) outcome).member());
    }

    @Test
    void undoesWithinTenSecondsAndLetsThePersonInAgain() throws Exception {
        var first = checkedIn(IN_FIRST);
        clock.pass(LedgerCheckInDesk.UNDO);

        assertTrue(desk.undo(first.fact()).join());

        var second = checkedIn(IN_FIRST);
        assertEquals(new Tally(3, 1), second.tally());
        assertEquals(
                new Fact.CheckInVoided(MORNING.id(), first.fact().seq(), Fact.VoidReason.SELF_UNDO), facts().get(1));
    }

    @Test
    void undoesNothingAfterTenSeconds() {
        var first = checkedIn(IN_FIRST);
        clock.pass(LedgerCheckInDesk.UNDO.plusMillis(1));

        assertFalse(desk.undo(first.fact()).join());
    }

    @Test
    void givesNobodyMoreTimeBySettingTheWallClockBack() {
        var first = checkedIn(IN_FIRST);
        clock.pass(Duration.ofSeconds(11));
        clock.set(at("08:55"));

        assertFalse(desk.undo(first.fact()).join());
    }

    @Test
    void undoesOnlyOnce() throws Exception {
        var first = checkedIn(IN_FIRST);

        assertTrue(desk.undo(first.fact()).join());

        assertFalse(desk.undo(first.fact()).join());
        assertEquals(2, facts().size());
    }

    @Test
    void undoesNothingOfAnotherLedger() {
        var first = checkedIn(IN_FIRST).fact();

        assertFalse(desk.undo(new FactId(KIOSK, new Epoch("0".repeat(32)), first.seq()))
                .join());
        assertFalse(desk.undo(new FactId(new KioskId("kiosk-2"), first.epoch(), first.seq()))
                .join());
    }

    @Test
    void undoesAGuestToo() {
        var admitted = (CheckInOutcome.GuestCheckedIn) desk.admitGuest(STRANGERS_CARD, MORNING.id(), GuestKind.RESIDENT)
                .join();

        assertTrue(desk.undo(admitted.fact()).join());
        assertEquals(
                new CheckInOutcome.UnknownCard(List.of(MORNING)),
                desk.present(STRANGERS_CARD).join());
    }

    @Test
    void neverSaysSuccessWhenNothingWasSaved() {
        ledger.close();

        assertEquals(new CheckInOutcome.NotSaved(), tap(IN_FIRST));
        assertFalse(desk.undo(new FactId(KIOSK, new Epoch("0".repeat(32)), 1)).join());
    }

    @Test
    void refusesWhatIsNoCode() {
        assertEquals(
                new CheckInOutcome.CodeRefused(CodeFault.UNREADABLE),
                desk.present(new Credential.Code("https://example.org/")).join());
    }

    @Test
    void checksInByAGenuineCodeUntilItIsRevoked() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var signer = new MemberCodeSigner(pair.getPrivate(), StreetKey.of(pair.getPublic()));
        var code = new Credential.Code(
                signer.sign(new MemberCode(IN_FIRST.id(), new CardSerial(7), DAY, DAY.plusDays(365))));
        assertEquals(
                new CheckInOutcome.CodeRefused(CodeFault.UNKNOWN_KEY),
                desk.present(code).join());
        apply(ReferenceChange.put(
                reference.applied() + 1, new ReferenceItem.StreetKey(1, pair.getPublic(), Optional.empty())));

        var outcome = (CheckInOutcome.CheckedIn) desk.present(code).join();

        assertEquals(IN_FIRST.id(), outcome.member());
        assertEquals(CheckInMethod.QR, ((Fact.CheckedIn) facts().getFirst()).method());
        apply(ReferenceChange.put(reference.applied() + 1, new ReferenceItem.RevokedCode(7)));
        assertEquals(
                new CheckInOutcome.CodeRefused(CodeFault.REVOKED),
                desk.present(code).join());
        assertEquals(
                new CheckInOutcome.CodeRefused(CodeFault.REVOKED),
                desk.admitGuest(code, MORNING.id(), GuestKind.RESIDENT).join());
    }

    @Test
    void admitsTheBearerOfAGenuineCodeWhomTheKioskDoesNotList() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var signer = new MemberCodeSigner(pair.getPrivate(), StreetKey.of(pair.getPublic()));
        var code = new Credential.Code(
                signer.sign(new MemberCode(new MemberId("M-99"), new CardSerial(8), DAY, DAY.plusDays(365))));
        apply(ReferenceChange.put(
                reference.applied() + 1, new ReferenceItem.StreetKey(1, pair.getPublic(), Optional.empty())));

        assertEquals(
                new CheckInOutcome.UnknownCard(List.of(MORNING)),
                desk.present(code).join());
        assertInstanceOf(
                CheckInOutcome.GuestCheckedIn.class,
                desk.admitGuest(code, MORNING.id(), GuestKind.OBSERVER).join());
    }

    private void apply(ReferenceChange change) {
        reference
                .apply(MadeUpStreet.pageOf(reference.applied(), false, List.of(change)))
                .join();
    }

    @Test
    void countsWhoLeftTheRollAfterCheckingInOnBothSides() {
        checkedIn(IN_FIRST);
        apply(ReferenceChange.remove(
                reference.applied() + 1, ReferenceKind.MEMBER, IN_FIRST.id().value()));

        assertEquals(new Tally(3, 2), checkedIn(IN_GROUP).tally());
    }

    @Test
    void showsNothingOnceTheStreetHasRevokedTheKiosk() throws Exception {
        reference.seal().join();

        assertEquals(new CheckInOutcome.KioskSealed(), tap(IN_FIRST));
        assertEquals(
                new CheckInOutcome.KioskSealed(),
                desk.admitGuest(STRANGERS_CARD, MORNING.id(), GuestKind.RESIDENT)
                        .join());
        assertTrue(facts().isEmpty());
    }

    @Test
    void showsNothingAfterThirtyDaysWithoutContactUntilTheStreetAnswers() {
        clock.pass(ReferenceStore.LONGEST_SILENCE.plusSeconds(1));
        assertEquals(new CheckInOutcome.KioskSealed(), tap(IN_FIRST));

        reference.contacted();

        assertInstanceOf(CheckInOutcome.NoActivityToday.class, tap(IN_FIRST));
    }

    @Test
    void doesNotReopenYesterdayAfterABootWithoutTime() {
        clock.set(at("12:00"));
        assertInstanceOf(CheckInOutcome.Closed.class, tap(IN_FIRST));
        ledger.append(new Fact.StaffUnlocked("S-1")).join();

        clock.boot("boot-2", at("09:00"));

        assertInstanceOf(CheckInOutcome.Closed.class, tap(IN_FIRST));
    }

    @Test
    void listsTodaysActivitiesWithTheirCountsInOrderOfStart() {
        alsoPlan(OF_GROUP);
        alsoPlan(activity("tomorrow", FIRST_BRANCH, DAY.plusDays(1), "09:00", "10:00"));
        tap(IN_FIRST);
        tap(REPORTED_IN);

        var today = new LedgerActivities(reference, ledger, ZONE).list();

        assertEquals(
                List.of("morning 样例第一党支部 OPEN 1/3 +1", "group 样例第一党小组 UPCOMING 0/1 +0"),
                today.stream()
                        .map(row -> "%s %s %s %d/%d +%d"
                                .formatted(
                                        row.activity().id(),
                                        row.organizationName(),
                                        row.phase(),
                                        row.tally().present(),
                                        row.tally().due(),
                                        row.guests()))
                        .toList());
    }
}
