package cn.dangqun.kiosk.checkin;

import static cn.dangqun.kiosk.reference.MadeUpStreet.ACTIVIST;
import static cn.dangqun.kiosk.reference.MadeUpStreet.COMMUNITY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.DAY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.FIRST_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.FLOATING_IN;
import static cn.dangqun.kiosk.reference.MadeUpStreet.GROUP;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_FIRST;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_GROUP;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_SECOND;
import static cn.dangqun.kiosk.reference.MadeUpStreet.PROBATIONARY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.REPORTED_IN;
import static cn.dangqun.kiosk.reference.MadeUpStreet.SECOND_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.STREET;
import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;
import static cn.dangqun.kiosk.reference.MadeUpStreet.activity;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.member.Member;
import cn.dangqun.kiosk.attendance.Attendance;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The table of what a tap comes to.
class CheckInRulesTest {
    private static final Activity MORNING = activity("morning", FIRST_BRANCH, "09:00", "11:00");
    private static final Activity ALSO_MORNING = activity("also-morning", FIRST_BRANCH, "09:30", "11:30");
    private static final Activity AFTERNOON = activity("afternoon", FIRST_BRANCH, "14:00", "16:00");
    private static final Activity OTHERS = activity("others", SECOND_BRANCH, "09:00", "11:00");
    private static final Activity OF_GROUP = activity("group", GROUP, "09:00", "11:00");
    private static final Activity OF_COMMUNITY = activity("community", COMMUNITY, "09:00", "11:00");
    private static final Activity OF_STREET = activity("street", STREET, "09:00", "11:00");

    private final Map<ActivityId, Attendance> attended = new HashMap<>();

    private static Instant at(String time) {
        return DAY.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    private static CheckInRules plan(Activity... activities) {
        return new CheckInRules(new ReferenceIndex(MadeUpStreet.items(activities)), ZONE);
    }

    private Attendance attended(Activity activity, String time) {
        var attendance = new Attendance(attended.size() + 1, activity.id(), at(time));
        attended.put(activity.id(), attendance);
        return attendance;
    }

    private Decision tap(CheckInRules rules, Member member, String time) {
        return withoutRoll(rules.decide(member, at(time), attended));
    }

    /// Which roll it is has tests of its own.
    private static Decision withoutRoll(Decision decision) {
        return decision instanceof Decision.CheckIn(var activity, var role, var _, var late)
                ? new Decision.CheckIn(activity, role, Optional.empty(), late)
                : decision;
    }

    private static Decision in(Activity activity, AttendanceRole role) {
        return new Decision.CheckIn(activity, role, Optional.empty(), false);
    }

    private static Decision answer(CheckInOutcome outcome) {
        return new Decision.Answer(outcome);
    }

    @Test
    void checksAMemberInToTheOneOpenActivity() {
        assertEquals(in(MORNING, AttendanceRole.MEMBER), tap(plan(MORNING), IN_FIRST, "08:55"));
    }

    @Test
    void checksAProbationaryMemberInAsAMember() {
        assertEquals(in(MORNING, AttendanceRole.MEMBER), tap(plan(MORNING), PROBATIONARY, "08:55"));
    }

    @Test
    void opensHalfAnHourBeforeTheStartToTheMinute() {
        assertEquals(in(MORNING, AttendanceRole.MEMBER), tap(plan(MORNING), IN_FIRST, "08:30"));
        assertEquals(
                answer(new CheckInOutcome.NotOpenYet(IN_FIRST.name(), MORNING)),
                tap(plan(MORNING), IN_FIRST, "08:29:59"));
    }

    @Test
    void marksWhoComesAfterTheGraceAsLate() {
        assertEquals(
                new Decision.CheckIn(MORNING, AttendanceRole.MEMBER, Optional.empty(), false),
                tap(plan(MORNING), IN_FIRST, "09:10"));
        assertEquals(
                new Decision.CheckIn(MORNING, AttendanceRole.MEMBER, Optional.empty(), true),
                tap(plan(MORNING), IN_FIRST, "09:10:01"));
    }

    @Test
    void admitsAtTheEndAndClosesAfterIt() {
        assertEquals(
                new Decision.CheckIn(MORNING, AttendanceRole.MEMBER, Optional.empty(), true),
                tap(plan(MORNING), IN_FIRST, "11:00"));
        assertEquals(
                answer(new CheckInOutcome.Closed(IN_FIRST.name(), MORNING)), tap(plan(MORNING), IN_FIRST, "11:00:01"));
    }

    @Test
    void checksReportedInAndFloatingMembersInAsLinked() {
        assertEquals(in(MORNING, AttendanceRole.LINKED), tap(plan(MORNING), REPORTED_IN, "08:55"));
        assertEquals(in(MORNING, AttendanceRole.LINKED), tap(plan(MORNING), FLOATING_IN, "08:55"));
    }

    @Test
    void offersAnActivistTheOpenActivityAsObserver() {
        var expected = new CheckInOutcome.OtherBranch(ACTIVIST.id(), ACTIVIST.name(), "样例第一党支部", List.of(MORNING));

        assertEquals(answer(expected), tap(plan(MORNING), ACTIVIST, "08:55"));
    }

    @Test
    void takesOnlyGroupMembersIntoAGroupMeeting() {
        assertEquals(in(OF_GROUP, AttendanceRole.MEMBER), tap(plan(OF_GROUP), IN_GROUP, "08:55"));
        assertEquals(
                answer(new CheckInOutcome.OtherBranch(IN_FIRST.id(), IN_FIRST.name(), "样例第一党支部", List.of(OF_GROUP))),
                tap(plan(OF_GROUP), IN_FIRST, "08:55"));
    }

    @Test
    void takesEveryBranchBelowIntoAnActivityFromAbove() {
        assertEquals(in(OF_COMMUNITY, AttendanceRole.MEMBER), tap(plan(OF_COMMUNITY), IN_SECOND, "08:55"));
        assertEquals(in(OF_STREET, AttendanceRole.MEMBER), tap(plan(OF_STREET), IN_GROUP, "08:55"));
    }

    @Test
    void asksWhoIsOnBothRolls() {
        var expected =
                new CheckInOutcome.ChooseActivity(IN_FIRST.id(), IN_FIRST.name(), List.of(MORNING, ALSO_MORNING));

        assertEquals(answer(expected), tap(plan(ALSO_MORNING, MORNING), IN_FIRST, "09:05"));
    }

    @Test
    void routesSilentlyWhenOnlyOneOfTwoIsThePersonsOwn() {
        assertEquals(in(OTHERS, AttendanceRole.MEMBER), tap(plan(MORNING, OTHERS), IN_SECOND, "08:55"));
    }

    @Test
    void answersARepeatedTapWithTheFirstTime() {
        var first = attended(MORNING, "08:55");

        assertEquals(new Decision.Already(MORNING, first), tap(plan(MORNING), IN_FIRST, "09:40"));
    }

    @Test
    void takesACardReadTwiceForARepetitionThoughAnotherActivityIsOpen() {
        var first = attended(MORNING, "09:05");

        assertEquals(new Decision.Already(MORNING, first), tap(plan(MORNING, ALSO_MORNING), IN_FIRST, "09:05:04"));
    }

    @Test
    void asksAgainWhenTheSecondTapComesLaterAndAnotherActivityIsOpen() {
        attended(MORNING, "09:05");
        var expected =
                new CheckInOutcome.ChooseActivity(IN_FIRST.id(), IN_FIRST.name(), List.of(MORNING, ALSO_MORNING));

        assertEquals(answer(expected), tap(plan(MORNING, ALSO_MORNING), IN_FIRST, "09:07"));
        assertEquals(answer(expected), tap(plan(MORNING, ALSO_MORNING), IN_FIRST, "09:05:05"));
    }

    @Test
    void answersASecondTapForTheOneOwnActivityWithTheFirstTimeHoweverSoonItComes() {
        var first = attended(MORNING, "09:05");

        assertEquals(new Decision.Already(MORNING, first), tap(plan(MORNING, OTHERS), IN_FIRST, "09:05:30"));
    }

    @Test
    void answersWhoIsInBothWithTheLaterOne() {
        attended(MORNING, "09:05");
        var second = attended(ALSO_MORNING, "09:08");

        assertEquals(new Decision.Already(ALSO_MORNING, second), tap(plan(MORNING, ALSO_MORNING), IN_FIRST, "10:00"));
    }

    @Test
    void answersAnObserverWhoTapsAgainWithTheFirstTime() {
        var first = attended(OTHERS, "08:55");

        assertEquals(new Decision.Already(OTHERS, first), tap(plan(OTHERS), IN_FIRST, "09:40"));
    }

    @Test
    void checksAnObserverOfAnotherBranchInToTheOwnActivityWhenItOpens() {
        attended(OTHERS, "08:40");

        assertEquals(
                new Decision.CheckIn(ALSO_MORNING, AttendanceRole.MEMBER, Optional.empty(), false),
                tap(plan(OTHERS, ALSO_MORNING), IN_FIRST, "09:00"));
    }

    @Test
    void namesTheNearestActivityThatIsNotOpenYet() {
        var later = activity("later", FIRST_BRANCH, "19:00", "20:00");

        assertEquals(
                answer(new CheckInOutcome.NotOpenYet(IN_FIRST.name(), AFTERNOON)),
                tap(plan(later, AFTERNOON, MORNING), IN_FIRST, "12:00"));
    }

    @Test
    void prefersTheOwnActivityToComeOverAnOpenOneOfOthers() {
        assertEquals(
                answer(new CheckInOutcome.NotOpenYet(IN_FIRST.name(), AFTERNOON)),
                tap(plan(AFTERNOON, OTHERS), IN_FIRST, "09:00"));
    }

    @Test
    void namesTheLastActivityThatHasClosed() {
        assertEquals(
                answer(new CheckInOutcome.Closed(IN_FIRST.name(), AFTERNOON)),
                tap(plan(MORNING, AFTERNOON), IN_FIRST, "17:00"));
    }

    @Test
    void answersWhoWasThereWithTheTimeEvenAfterClosing() {
        var first = attended(MORNING, "08:55");

        assertEquals(new Decision.Already(MORNING, first), tap(plan(MORNING), IN_FIRST, "11:30"));
    }

    @Test
    void saysThatThereIsNothingToday() {
        var tomorrow = activity("tomorrow", FIRST_BRANCH, DAY.plusDays(1), "09:00", "11:00");

        assertEquals(
                answer(new CheckInOutcome.NoActivityToday(IN_FIRST.name(), "样例第一党支部")),
                tap(plan(tomorrow), IN_FIRST, "09:00"));
    }

    @Test
    void offersAMemberOfAnotherBranchWhatIsOpenHere() {
        var expected = new CheckInOutcome.OtherBranch(
                IN_SECOND.id(), IN_SECOND.name(), "样例第二党支部", List.of(MORNING, ALSO_MORNING));

        assertEquals(answer(expected), tap(plan(ALSO_MORNING, MORNING), IN_SECOND, "09:05"));
    }

    @Test
    void keepsAnActivityThatRunsPastMidnightOpen() {
        var vigil = activity("vigil", FIRST_BRANCH, DAY.minusDays(1), "22:00", "23:30");
        var late = new Activity(
                vigil.id(),
                vigil.type(),
                vigil.organization(),
                vigil.title(),
                vigil.place(),
                vigil.heldOn(),
                vigil.starts(),
                at("01:00"),
                CheckInWindow.around(vigil.starts(), at("01:00")));

        assertEquals(
                new Decision.CheckIn(late, AttendanceRole.MEMBER, Optional.empty(), true),
                tap(plan(late), IN_FIRST, "00:30"));
    }

    @Test
    void letsAMemberOfAnotherBranchJoinAsObserver() {
        assertEquals(
                in(MORNING, AttendanceRole.OBSERVER),
                withoutRoll(plan(MORNING).decideFor(IN_SECOND, at("08:55"), attended, MORNING.id())));
    }

    @Test
    void takesTheChosenActivityOfTwo() {
        assertEquals(
                in(ALSO_MORNING, AttendanceRole.MEMBER),
                withoutRoll(plan(MORNING, ALSO_MORNING).decideFor(IN_FIRST, at("09:05"), attended, ALSO_MORNING.id())));
    }

    @Test
    void answersAChoiceMadeTwiceWithTheFirstTime() {
        var first = attended(MORNING, "09:05");

        assertEquals(
                new Decision.Already(MORNING, first),
                withoutRoll(plan(MORNING, ALSO_MORNING).decideFor(IN_FIRST, at("09:06"), attended, MORNING.id())));
    }

    @Test
    void refusesAChoiceOutsideItsWindow() {
        assertEquals(
                answer(new CheckInOutcome.NotOpenYet(IN_FIRST.name(), AFTERNOON)),
                withoutRoll(plan(AFTERNOON).decideFor(IN_FIRST, at("09:00"), attended, AFTERNOON.id())));
        assertEquals(
                answer(new CheckInOutcome.Closed(IN_FIRST.name(), MORNING)),
                withoutRoll(plan(MORNING).decideFor(IN_FIRST, at("12:00"), attended, MORNING.id())));
    }

    @Test
    void decidesAnewWhenTheChosenActivityHasBeenWithdrawn() {
        assertEquals(
                in(MORNING, AttendanceRole.MEMBER),
                withoutRoll(plan(MORNING).decideFor(IN_FIRST, at("08:55"), attended, new ActivityId("withdrawn"))));
    }
}
