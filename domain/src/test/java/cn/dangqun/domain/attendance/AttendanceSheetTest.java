package cn.dangqun.domain.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.attendance.AttendanceMark.AbsenceExplained;
import cn.dangqun.domain.attendance.AttendanceMark.CheckedIn;
import cn.dangqun.domain.attendance.AttendanceMark.LeaveApproved;
import cn.dangqun.domain.attendance.AttendanceMark.MakeUpSigned;
import cn.dangqun.domain.attendance.AttendanceMark.Signed;
import cn.dangqun.domain.attendance.AttendanceSheet.View;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationTree;
import cn.dangqun.domain.quorum.MeetingCount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

class AttendanceSheetTest {
    private static final ActivityId MEETING = new ActivityId("a-1");
    private static final LocalDate DAY = LocalDate.parse("2021-03-10");
    private static final Instant NINE = Instant.parse("2021-03-10T01:00:00Z");
    private static final OrganizationId BRANCH = new OrganizationId("branch-1");
    private static final Activity ACTIVITY = new Activity(
            MEETING,
            ActivityType.MEMBER_MEETING,
            BRANCH,
            "支部党员大会",
            "活动室",
            DAY,
            NINE,
            NINE.plusSeconds(7200),
            CheckInWindow.around(NINE, NINE.plusSeconds(7200)));

    private static MemberId id(int number) {
        return new MemberId("M-" + number);
    }

    private static Member person(int number, MemberStatus status, RelationKind relation) {
        return new Member(id(number), new PersonName("样例" + number), status, relation, BRANCH, Optional.empty());
    }

    private static Exemption exemption(int number, String superior, String meeting) {
        return new Exemption(
                id(number),
                ExemptionKind.BEDRIDDEN,
                Optional.ofNullable(superior).map(LocalDate::parse),
                Optional.ofNullable(meeting).map(LocalDate::parse),
                Optional.empty());
    }

    private static RollSnapshot roll(int members, Exemption... exemptions) {
        var all = IntStream.rangeClosed(1, members)
                .mapToObj(number -> person(number, MemberStatus.FULL, RelationKind.HOME))
                .toList();
        return freeze(all, Set.of(), Arrays.asList(exemptions));
    }

    private static RollSnapshot freeze(List<Member> people, Set<MemberId> suspended, List<Exemption> exemptions) {
        return new Roster(new OrganizationTree(List.of()), people, List.of(), exemptions, suspended)
                .rolls(ACTIVITY)
                .getFirst();
    }

    private static AttendanceSheet sheet(RollSnapshot roll, AttendanceMark... marks) {
        return new AttendanceSheet(roll, Arrays.asList(marks));
    }

    private static AttendanceState state(AttendanceMark... marks) {
        return sheet(roll(1), marks).lines(View.FOR_RECORD).getFirst().state();
    }

    /// Where a signature is asked.
    private static CheckedIn checkedIn(int member, int minute) {
        return new CheckedIn(id(member), NINE.plusSeconds(60L * minute), minute > 10, true);
    }

    private static CheckedIn received(int member, int minute) {
        return new CheckedIn(id(member), NINE.plusSeconds(60L * minute), minute > 10);
    }

    private static Signed signed(int member) {
        return new Signed(id(member), NINE);
    }

    @Test
    void theRollHoldsHomeMembersOnly() {
        var people = List.of(
                person(1, MemberStatus.FULL, RelationKind.HOME),
                person(2, MemberStatus.PROBATIONARY, RelationKind.HOME),
                person(3, MemberStatus.FULL, RelationKind.HOME),
                person(4, MemberStatus.FULL, RelationKind.REPORTED_IN),
                person(5, MemberStatus.FULL, RelationKind.FLOATING_IN),
                person(6, MemberStatus.ACTIVIST, RelationKind.HOME));

        var roll = freeze(people, Set.of(id(3)), List.of());

        assertEquals(
                List.of(
                        new RollEntry(id(1), true, Optional.empty()),
                        new RollEntry(id(2), false, Optional.empty()),
                        new RollEntry(id(3), false, Optional.empty())),
                roll.entries());
    }

    @Test
    void anExemptionNeedsBothApprovalsByTheDay() {
        assertFalse(exemption(1, "2021-03-01", null).isEffectiveOn(DAY));
        assertFalse(exemption(1, null, "2021-03-01").isEffectiveOn(DAY));
        assertFalse(exemption(1, "2021-03-11", "2021-03-01").isEffectiveOn(DAY));
        assertFalse(exemption(1, "2021-03-01", "2021-03-11").isEffectiveOn(DAY));
        assertTrue(exemption(1, "2021-03-10", "2021-03-10").isEffectiveOn(DAY));
    }

    @Test
    void ofSeveralExemptionsTheFirstNamesTheReason() {
        var abroad = new Exemption(id(1), ExemptionKind.ABROAD, Optional.of(DAY), Optional.of(DAY), Optional.empty());

        var roll = roll(1, exemption(1, "2021-03-01", "2021-03-01"), abroad);

        assertEquals(
                Optional.of(ExemptionKind.BEDRIDDEN), roll.entries().getFirst().exemption());
    }

    @Test
    void anExemptionEnds() {
        var until = new Exemption(
                id(1), ExemptionKind.ABROAD, Optional.of(DAY), Optional.of(DAY), Optional.of(DAY.plusDays(1)));

        assertTrue(until.isEffectiveOn(DAY.plusDays(1)));
        assertFalse(until.isEffectiveOn(DAY.plusDays(2)));
    }

    @Test
    void whoIsExemptIsInTheTotalAndNotInDue() {
        var roll = roll(3, exemption(1, "2021-03-01", "2021-03-02"), exemption(2, "2021-03-01", null));

        var figures = sheet(roll, signed(2)).figures(View.FOR_QUORUM);

        assertEquals(3, figures.total());
        assertEquals(1, figures.notCounted());
        assertEquals(2, figures.due());
        assertEquals(1, figures.present());
        assertEquals(2, figures.votingDue());
        assertEquals(1, figures.votingPresent());
        assertEquals(
                Optional.of(ExemptionKind.BEDRIDDEN), roll.entries().getFirst().exemption());
    }

    @Test
    void whoIsExemptAndComesCountsInDueAndPresentAlike() {
        var roll = roll(3, exemption(1, "2021-03-01", "2021-03-02"));

        var figures = sheet(roll, signed(1), signed(2)).figures(View.FOR_QUORUM);

        assertEquals(3, figures.due());
        assertEquals(2, figures.present());
        assertEquals(0, figures.notCounted());
        assertEquals(
                AttendanceState.NOT_COUNTED,
                sheet(roll, checkedIn(1, 0)).lines(View.FOR_RECORD).getFirst().state(),
                "nobody told them that they count before they signed");
    }

    @Test
    void thereAreFiveKindsOfExemption() {
        assertEquals(5, ExemptionKind.values().length);
    }

    @Test
    void aCheckInAloneIsNotPresenceWhereASignatureIsDemanded() {
        assertEquals(AttendanceState.CHECKED_IN_UNSIGNED, state(checkedIn(1, 0)));
        assertEquals(AttendanceState.PRESENT, state(checkedIn(1, 0), signed(1)));
        assertEquals(AttendanceState.PRESENT, state(signed(1)));
        var lecture = new AttendanceSheet(roll(1), List.of(received(1, 0)));
        assertEquals(
                AttendanceState.PRESENT,
                lecture.lines(View.FOR_QUORUM).getFirst().state());
    }

    @Test
    void whoWasToldThatTheyAreCountedStaysSoWhateverAnotherKioskAsks() {
        assertEquals(AttendanceState.PRESENT, state(checkedIn(1, 0), received(1, 5)));
        assertEquals(AttendanceState.PRESENT, state(received(1, 0), checkedIn(1, 5)));
    }

    @Test
    void theEarliestCheckInOfAnyKioskDecidesWhetherItWasLate() {
        assertEquals(AttendanceState.PRESENT, state(checkedIn(1, 20), signed(1), checkedIn(1, 5)));
        assertEquals(AttendanceState.LATE, state(checkedIn(1, 20), signed(1)));
        var sheet = sheet(roll(1), checkedIn(1, 20), checkedIn(1, 5));
        assertEquals(Optional.of(NINE.plusSeconds(300)), sheet.checkedInAt(id(1)));
        assertEquals(Optional.empty(), sheet.checkedInAt(id(2)));
    }

    @Test
    void aMakeUpSignatureCountsForTheRecordNeverForTheQuorum() {
        var made = new MakeUpSigned(id(1), "读卡器故障", true, false);
        var sheet = new AttendanceSheet(roll(1), List.of(made));

        assertEquals(1, sheet.figures(View.FOR_RECORD).present());
        assertEquals(1, sheet.figures(View.FOR_RECORD).madeUp());
        assertEquals(0, sheet.figures(View.FOR_QUORUM).present());
        assertEquals(AttendanceState.ABSENT, state(new MakeUpSigned(id(1), "读卡器故障", false, false)));
    }

    @Test
    void nobodySignsForAnotherAfterwards() {
        assertEquals(AttendanceState.CHECKED_IN_UNSIGNED, state(new MakeUpSigned(id(1), "读卡器故障", true, true)));
    }

    @Test
    void approvedLeaveStaysInDueWithItsReason() {
        var sheet = sheet(roll(2), new LeaveApproved(id(1), "出差"), new AbsenceExplained(id(2), "生病"));

        var lines = sheet.lines(View.FOR_RECORD);
        assertEquals(AttendanceState.LEAVE, lines.get(0).state());
        assertEquals(Optional.of("出差"), lines.get(0).reason());
        assertEquals(AttendanceState.ABSENT, lines.get(1).state());
        assertEquals(Optional.of("生病"), lines.get(1).reason());
        var figures = sheet.figures(View.FOR_RECORD);
        assertEquals(2, figures.due());
        assertEquals(1, figures.leave());
        assertEquals(0, figures.withoutReason());
    }

    @Test
    void whoAskedLeaveAndCameAnywayIsPresentWithoutAReason() {
        var line = sheet(roll(1), new LeaveApproved(id(1), "出差"), checkedIn(1, 0), signed(1))
                .lines(View.FOR_RECORD)
                .getFirst();

        assertEquals(AttendanceState.PRESENT, line.state());
        assertEquals(Optional.empty(), line.reason());
    }

    @Test
    void peopleOutsideTheRollChangeNothing() {
        var figures = sheet(roll(1), checkedIn(9, 0), signed(9)).figures(View.FOR_RECORD);

        assertEquals(0, figures.present());
        assertEquals(1, figures.absent());
        assertEquals(1, figures.withoutReason());
    }

    @Test
    void theFiguresFeedTheQuorumAndTheCounter() {
        var figures = sheet(roll(3), checkedIn(1, 0), signed(1), checkedIn(2, 20), signed(2), checkedIn(3, 0))
                .figures(View.FOR_QUORUM);

        assertEquals(new AttendanceFigures(3, 0, 3, 2, 1, 0, 1, 0, 1, 0, 3, 2), figures);
        assertEquals(new MeetingCount(3, 3, 2, 3, 2), figures.meetingCount());
        assertEquals(new Tally(3, 2), figures.tally());
    }

    @Test
    void nobodyIsOnARollTwice() {
        var entry = new RollEntry(id(1), true, Optional.empty());

        assertThrows(
                IllegalArgumentException.class, () -> new RollSnapshot(MEETING, BRANCH, DAY, List.of(entry, entry)));
    }

    @Test
    void leaveAndMakeUpNeedAReason() {
        assertThrows(IllegalArgumentException.class, () -> new LeaveApproved(id(1), " "));
        assertThrows(IllegalArgumentException.class, () -> new MakeUpSigned(id(1), "", true, false));
    }

    @Test
    void everyStateIsReachable() {
        var roll = roll(7, exemption(7, "2021-03-01", "2021-03-01"));
        List<AttendanceMark> marks = List.of(
                signed(1),
                checkedIn(2, 20),
                signed(2),
                checkedIn(3, 0),
                new LeaveApproved(id(4), "出差"),
                new MakeUpSigned(id(5), "读卡器故障", true, false));

        var reached = EnumSet.noneOf(AttendanceState.class);
        new AttendanceSheet(roll, marks).lines(View.FOR_RECORD).forEach(line -> reached.add(line.state()));

        assertEquals(EnumSet.allOf(AttendanceState.class), reached);
    }

    @Tag("property")
    @Property(tries = 500)
    void dueIsPresentAndAbsent(@ForAll("marks") List<AttendanceMark> marks, @ForAll View view) {
        var roll = roll(8, exemption(8, "2021-03-01", "2021-03-01"));

        var figures = new AttendanceSheet(roll, marks).figures(view);

        assertEquals(figures.due(), figures.present() + figures.absent());
        assertEquals(figures.total(), figures.due() + figures.notCounted());
        assertTrue(figures.leave() + figures.unsigned() + figures.withoutReason() <= figures.absent());
        assertTrue(figures.late() + figures.madeUp() <= figures.present());
        assertEquals(figures.absent(), figures.meetingCount().absent());
    }

    @Tag("property")
    @Property(tries = 500)
    void theOrderOfMarksDoesNotMatter(@ForAll("marks") List<AttendanceMark> marks, @ForAll long seed) {
        var shuffled = new ArrayList<>(marks);
        shuffled.addAll(marks);
        Collections.shuffle(shuffled, new Random(seed));

        assertEquals(
                new AttendanceSheet(roll(8), marks).lines(View.FOR_RECORD),
                new AttendanceSheet(roll(8), shuffled).lines(View.FOR_RECORD));
    }

    @Provide
    Arbitrary<List<AttendanceMark>> marks() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 30))
                .as(AttendanceSheetTest::mark)
                .list()
                .ofMaxSize(30);
    }

    private static AttendanceMark mark(int member, int kind, int minute) {
        return switch (kind) {
            case 0 -> checkedIn(member, minute);
            case 1 -> signed(member);
            case 2 -> new LeaveApproved(id(member), "事由" + minute);
            case 3 -> new MakeUpSigned(id(member), "事由", minute > 15, minute % 2 == 0);
            case 5 -> received(member, minute);
            default -> new AbsenceExplained(id(member), "说明" + minute);
        };
    }
}
