package cn.dangqun.kiosk.checkin;

import static cn.dangqun.kiosk.reference.MadeUpStreet.DAY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.FIRST_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_FIRST;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_GROUP;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_SECOND;
import static cn.dangqun.kiosk.reference.MadeUpStreet.REPORTED_IN;
import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;
import static cn.dangqun.kiosk.reference.MadeUpStreet.activity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.kiosk.activity.LedgerActivities;
import cn.dangqun.kiosk.reference.ReferenceStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LedgerCheckInDeskTest extends DeskOnDisk {
    @Test
    void saysWhoWhenAndHowManyOnceTheFactIsOnDisk() throws Exception {
        var outcome = checkedIn(IN_FIRST);

        assertEquals(IN_FIRST.name(), outcome.name());
        assertEquals(at("08:55"), outcome.at());
        assertEquals(new Tally(3, 1), outcome.tally());
        assertEquals(
                List.of(new AttendanceFact.CheckedIn(
                        MORNING.id(),
                        IN_FIRST.id(),
                        AttendanceRole.MEMBER,
                        CheckInMethod.ID_CARD,
                        false,
                        Optional.of(FIRST_BRANCH))),
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
    void neverSaysSuccessWhenNothingWasSaved() {
        ledger.close();

        assertEquals(new CheckInOutcome.NotSaved(), tap(IN_FIRST));
        assertFalse(desk.undo(new FactId(KIOSK, new Epoch("0".repeat(32)), 1)).join());
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
        ledger.append(new StaffFact.StaffUnlocked("S-1")).join();

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

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
