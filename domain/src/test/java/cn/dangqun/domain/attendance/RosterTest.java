package cn.dangqun.domain.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.organization.OrganizationTree;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who is due, by type and day.
class RosterTest {
    private static final LocalDate DAY = LocalDate.parse("2026-06-10");
    private static final OrganizationId COMMUNITY = new OrganizationId("community");
    private static final OrganizationId FIRST = new OrganizationId("branch-1");
    private static final OrganizationId SECOND = new OrganizationId("branch-2");
    private static final OrganizationId GROUP = new OrganizationId("group-1");
    private static final OrganizationTree TREE = new OrganizationTree(List.of(
            new Organization(
                    COMMUNITY,
                    Optional.empty(),
                    OrganizationLevel.STREET_COMMITTEE,
                    OrganizationClass.COMMUNITY,
                    "示例社区"),
            organization(FIRST, COMMUNITY, OrganizationLevel.BRANCH),
            organization(SECOND, COMMUNITY, OrganizationLevel.BRANCH),
            organization(GROUP, FIRST, OrganizationLevel.GROUP)));

    private static Organization organization(OrganizationId id, OrganizationId parent, OrganizationLevel level) {
        return new Organization(id, Optional.of(parent), level, OrganizationClass.COMMUNITY, "示例" + id);
    }

    private static Member member(String id, OrganizationId branch) {
        return member(id, MemberStatus.FULL, RelationKind.HOME, branch);
    }

    private static Member member(String id, MemberStatus status, RelationKind relation, OrganizationId branch) {
        return new Member(new MemberId(id), new PersonName("样" + id), status, relation, branch, Optional.empty());
    }

    private static Membership in(OrganizationId branch, String from, String until) {
        return new Membership(
                branch,
                Optional.empty(),
                RelationKind.HOME,
                MemberStatus.FULL,
                Optional.ofNullable(from).map(LocalDate::parse),
                Optional.ofNullable(until).map(LocalDate::parse));
    }

    private static Activity activity(ActivityType type, OrganizationId... organizations) {
        var starts = Instant.parse("2026-06-10T01:00:00Z");
        return new Activity(
                new ActivityId("a-1"),
                type,
                organizations[0],
                "示例活动",
                "活动室",
                DAY,
                starts,
                starts.plusSeconds(3600),
                CheckInWindow.around(starts, starts.plusSeconds(3600)),
                List.of(organizations).subList(1, organizations.length),
                List.of(),
                Set.of());
    }

    private static Roster roster(Member... members) {
        return new Roster(TREE, List.of(members), List.of());
    }

    private static Set<String> due(Roster roster, Activity activity) {
        return roster.rolls(activity).stream()
                .flatMap(roll -> roll.members().stream())
                .map(MemberId::value)
                .collect(Collectors.toSet());
    }

    @Test
    void whoseRollNobodyIsKnownOfHasNoneBesideOthers() {
        var together = activity(ActivityType.THEME_DAY, FIRST, SECOND);

        assertEquals(
                List.of(FIRST),
                roster(member("A", FIRST)).rolls(together).stream()
                        .map(RollSnapshot::organization)
                        .toList(),
                "a kiosk that is told nobody of the other community settles nothing for it");
        assertEquals(2, roster().rolls(together).size(), "nobody is known at all");
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeSaysWhomItAsks(ActivityType type) {
        var roster = new Roster(
                TREE,
                List.of(member("A", FIRST), member("B", FIRST)),
                List.of(seat("s", "A", FIRST, false, "2026-01-01", null)));

        boolean asksBranch = due(roster, activity(type, FIRST)).equals(Set.of("A", "B"));
        boolean asksSeats = due(roster, activity(type, FIRST)).equals(Set.of("A"));

        assertEquals(RollBasis.of(type) == RollBasis.MEMBERS, asksBranch);
        assertEquals(RollBasis.of(type) == RollBasis.SEATS, asksSeats);
    }

    private static CommitteeSeat seat(
            String id, String member, OrganizationId organization, boolean partTime, String from, String until) {
        return new CommitteeSeat(
                id,
                organization,
                new MemberId(member),
                CommitteePost.MEMBER,
                partTime,
                Optional.empty(),
                LocalDate.parse(from),
                Optional.ofNullable(until).map(LocalDate::parse));
    }

    @Test
    void aMembersMeetingAsksFullAndProbationaryHomeMembersWhereverTheyAre() {
        var roster = roster(
                member("FULL", FIRST),
                member("PROBATIONARY", MemberStatus.PROBATIONARY, RelationKind.HOME, FIRST),
                member("ACTIVIST", MemberStatus.ACTIVIST, RelationKind.HOME, FIRST),
                member("REPORTED", MemberStatus.FULL, RelationKind.REPORTED_IN, FIRST),
                member("FLOATING", MemberStatus.FULL, RelationKind.FLOATING_IN, FIRST),
                member("ELSEWHERE", SECOND));

        assertEquals(Set.of("FULL", "PROBATIONARY"), due(roster, activity(ActivityType.MEMBER_MEETING, FIRST)));
    }

    @Test
    void aMembershipCountsFromItsFirstDayToTheDayBeforeItEnds() {
        var name = new PersonName("样甲");
        var leaves = new Member(new MemberId("LEAVES"), name, List.of(in(FIRST, null, "2026-06-10")));
        var left = new Member(new MemberId("LEFT"), name, List.of(in(FIRST, null, "2026-06-11")));
        var joins = new Member(new MemberId("JOINS"), name, List.of(in(FIRST, "2026-06-10", null)));
        var later = new Member(new MemberId("LATER"), name, List.of(in(FIRST, "2026-06-11", null)));

        assertEquals(
                Set.of("LEFT", "JOINS"),
                due(roster(leaves, left, joins, later), activity(ActivityType.THEME_DAY, FIRST)));
    }

    @Test
    void whoMovedIsAskedWhereTheyBelongedOnTheDay() {
        var moved = new Member(
                new MemberId("MOVED"),
                new PersonName("样甲"),
                List.of(in(FIRST, null, "2026-06-11"), in(SECOND, "2026-06-11", null)));

        assertEquals(Set.of("MOVED"), due(roster(moved), activity(ActivityType.THEME_DAY, FIRST)));
        assertEquals(Set.of(), due(roster(moved), activity(ActivityType.THEME_DAY, SECOND)));
    }

    @Test
    void aCommitteeMeetingAsksWhoHoldsASeatThatDay() {
        var roster = new Roster(
                TREE,
                List.of(member("HOLDS", FIRST), member("HELD", FIRST), member("OTHER", FIRST), member("PART", SECOND)),
                List.of(
                        seat("s1", "HOLDS", FIRST, false, "2026-01-01", null),
                        seat("s2", "HELD", FIRST, false, "2026-01-01", "2026-06-10"),
                        seat("s3", "PART", FIRST, true, "2026-01-01", null)));

        assertEquals(Set.of("HOLDS"), due(roster, activity(ActivityType.COMMITTEE_MEETING, FIRST)));
        assertFalse(roster.isLinked(activity(ActivityType.COMMITTEE_MEETING, FIRST), new MemberId("OTHER")));
    }

    @Test
    void eachBranchOfACommunityHasARollOfItsOwn() {
        var rolls = roster(member("A", FIRST), member("B", SECOND)).rolls(activity(ActivityType.THEME_DAY, COMMUNITY));

        assertEquals(
                List.of(FIRST, SECOND),
                rolls.stream().map(RollSnapshot::organization).toList());
    }

    @Test
    void aJointActivityHasOneRollForEachThatTakesPart() {
        var rolls =
                roster(member("A", FIRST), member("B", SECOND)).rolls(activity(ActivityType.THEME_DAY, SECOND, FIRST));

        assertEquals(2, rolls.size());
        assertEquals(Set.of(new MemberId("A")), rolls.getFirst().members());
    }

    @Test
    void aGroupMeetingAsksTheGroup() {
        var grouped = new Member(
                new MemberId("GROUPED"),
                new PersonName("样甲"),
                MemberStatus.FULL,
                RelationKind.HOME,
                FIRST,
                Optional.of(GROUP));

        var roster = roster(grouped, member("FREE", FIRST));

        assertEquals(Set.of("GROUPED"), due(roster, activity(ActivityType.GROUP_MEETING, GROUP)));
        assertEquals(Set.of("GROUPED", "FREE"), due(roster, activity(ActivityType.THEME_DAY, FIRST)));
    }

    @Test
    void aTrainingAsksTheInvitedOfWhateverOrganisation() {
        var training = new Activity(
                new ActivityId("t-1"),
                ActivityType.TRAINING,
                FIRST,
                "集中培训",
                "活动室",
                DAY,
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1),
                CheckInWindow.around(Instant.EPOCH, Instant.EPOCH.plusSeconds(3600)),
                List.of(),
                List.of(new MemberId("A"), new MemberId("CLERK")),
                Set.of());

        assertEquals(Set.of("A", "CLERK"), due(roster(member("A", SECOND), member("B", FIRST)), training));
    }

    @Test
    void nobodyIsDueWhereOnlyPresenceCounts() {
        var roster = roster(member("A", FIRST));

        for (var type : EnumSet.of(ActivityType.VOLUNTEER, ActivityType.CONSULTATION, ActivityType.OATH)) {
            assertEquals(List.of(), roster.rolls(activity(type, FIRST)));
            assertTrue(roster.isLinked(activity(type, FIRST), new MemberId("A")));
        }
    }

    @Test
    void whoMovesIsDatedByTheDay() {
        var before = member("A", FIRST);

        var after = before.becoming(member("A", SECOND), DAY);

        assertEquals(Optional.of(FIRST), after.on(DAY.minusDays(1)).map(Membership::branch));
        assertEquals(Optional.of(SECOND), after.on(DAY).map(Membership::branch));
        assertEquals(after, after.becoming(member("A", SECOND), DAY.plusDays(9)));
    }

    @Test
    void whoMovesTwiceOnOneDayWasNeverInBetween() {
        var once = member("A", FIRST).becoming(member("A", SECOND), DAY);

        var back = once.becoming(member("A", COMMUNITY), DAY);

        assertEquals(2, back.memberships().size());
        assertEquals(Optional.of(COMMUNITY), back.on(DAY).map(Membership::branch));
    }
}
