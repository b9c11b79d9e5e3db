package cn.dangqun.domain.quorum;

import static cn.dangqun.domain.quorum.Meetings.ALL_DUE;
import static cn.dangqun.domain.quorum.Meetings.NATIONAL;
import static cn.dangqun.domain.quorum.Meetings.PROFILE;
import static cn.dangqun.domain.quorum.Meetings.STRICT;
import static cn.dangqun.domain.quorum.Meetings.ballot;
import static cn.dangqun.domain.quorum.Meetings.item;
import static cn.dangqun.domain.quorum.Meetings.judge;
import static cn.dangqun.domain.quorum.Meetings.voting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.member.MemberId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MeetingTest {
    @Test
    void moreThanHalfMayVoteAndPass() {
        var verdict = judge(STRICT, voting(30, 16), List.of(AgendaKind.RESOLUTION), ballot(1, 16, 0, 0));

        assertEquals(MeetingStatus.VALID, verdict.status());
        assertEquals(16, verdict.votingPresentNeeded());
        assertEquals(0, verdict.stillNeeded());
        assertEquals(
                List.of(new ItemVerdict(1, AgendaKind.RESOLUTION, ItemResult.PASSED, 16, OptionalInt.of(16))),
                verdict.items());
        assertEquals(PROFILE, verdict.profile());
    }

    @Test
    void exactlyHalfIsNoQuorum() {
        var verdict = judge(STRICT, voting(30, 15), List.of(AgendaKind.RESOLUTION), ballot(1, 15, 0, 0));

        assertEquals(MeetingStatus.INVALID_NO_QUORUM, verdict.status());
        assertEquals(1, verdict.stillNeeded());
        assertEquals(ItemResult.INVALID_NO_QUORUM, verdict.items().getFirst().result());
        assertEquals(16, verdict.items().getFirst().needed());
    }

    @Test
    void probationaryMembersDoNotMakeTheQuorum() {
        var count = new MeetingCount(26, 26, 16, 20, 10);

        var verdict = judge(STRICT, count, List.of(AgendaKind.RESOLUTION));

        assertEquals(MeetingStatus.INVALID_NO_QUORUM, verdict.status());
        assertEquals(11, verdict.votingPresentNeeded());
        assertEquals(10, count.absent());
    }

    @Test
    void theLiteralReadingCountsAgainstEverybodyDue() {
        var count = new MeetingCount(26, 26, 18, 20, 12);

        assertEquals(MeetingStatus.VALID, judge(STRICT, count, List.of()).status());
        var literal = judge(ALL_DUE, count, List.of(AgendaKind.RESOLUTION), ballot(1, 12, 0, 0));
        assertEquals(MeetingStatus.INVALID_NO_QUORUM, literal.status());
        assertEquals(14, literal.votingPresentNeeded());
        assertEquals(14, literal.items().getFirst().needed());
    }

    @Test
    void withoutQuorumAMeetingMayBeHeldWhenNothingIsVoted() {
        var verdict = judge(STRICT, voting(30, 15), List.of(AgendaKind.STUDY, AgendaKind.REPORT));

        assertEquals(MeetingStatus.HELD_NO_VOTE_ALLOWED, verdict.status());
        assertEquals(ItemResult.NO_VOTE, verdict.items().getFirst().result());
        assertEquals(
                MeetingStatus.HELD_NO_VOTE_ALLOWED,
                judge(STRICT, voting(30, 15), List.of()).status());
    }

    @Test
    void anItemBecomesABallotItemByItsBallot() {
        var verdict = judge(STRICT, voting(30, 15), List.of(AgendaKind.OTHER), ballot(1, 1, 0, 0));

        assertEquals(MeetingStatus.INVALID_NO_QUORUM, verdict.status());
        assertEquals(
                ItemResult.PASSED,
                item(STRICT, voting(30, 16), AgendaKind.OTHER, ballot(1, 16, 0, 0))
                        .result());
    }

    @Test
    void halfOfThoseDueIsNotEnoughToPass() {
        var item = item(STRICT, voting(9, 8), AgendaKind.ADMIT_MEMBER, ballot(1, 4, 2, 2));

        assertEquals(ItemResult.NOT_PASSED, item.result());
        assertEquals(5, item.needed());
        assertEquals(1, item.stillNeeded());
        assertEquals(
                0,
                item(STRICT, voting(9, 8), AgendaKind.ADMIT_MEMBER, ballot(1, 8, 0, 0))
                        .stillNeeded());
    }

    @Test
    void eachItemHasItsOwnResult() {
        var verdict = judge(
                STRICT,
                voting(9, 8),
                List.of(AgendaKind.ADMIT_MEMBER, AgendaKind.ADMIT_MEMBER),
                ballot(1, 8, 0, 0),
                ballot(2, 4, 2, 2));

        assertEquals(
                List.of(ItemResult.PASSED, ItemResult.NOT_PASSED),
                verdict.items().stream().map(ItemVerdict::result).toList());
    }

    @Test
    void oneBallotForTwoItemsIsInvalidForBoth() {
        var joint = new Ballot(List.of(1, 2), 8, 0, 0, 0);
        var agenda = List.of(AgendaKind.ADMIT_MEMBER, AgendaKind.ADMIT_MEMBER, AgendaKind.RESOLUTION);

        var verdict = judge(STRICT, voting(9, 8), agenda, joint, ballot(3, 8, 0, 0), ballot(2, 8, 0, 0));

        assertEquals(
                List.of(ItemResult.INVALID_NOT_SEPARATE, ItemResult.INVALID_NOT_SEPARATE, ItemResult.PASSED),
                verdict.items().stream().map(ItemVerdict::result).toList());
        assertEquals(5, verdict.items().getFirst().needed());
    }

    @Test
    void theQuorumIsAskedBeforeSeparateness() {
        var joint = new Ballot(List.of(1, 2), 4, 0, 0, 0);

        var verdict = judge(STRICT, voting(9, 4), List.of(AgendaKind.RESOLUTION, AgendaKind.RESOLUTION), joint);

        assertEquals(ItemResult.INVALID_NO_QUORUM, verdict.items().getFirst().result());
    }

    @Test
    void writtenOpinionsCountOnlyForAdmissionAndConfirmationAndOnlyWhereTheProfileSaysSo() {
        var written = new Ballot(List.of(1), 4, 1, 0, 1);

        var admitted = item(NATIONAL, voting(9, 5), AgendaKind.ADMIT_MEMBER, written);
        assertEquals(ItemResult.PASSED, admitted.result());
        assertEquals(OptionalInt.of(5), admitted.counted());
        assertEquals(
                ItemResult.PASSED,
                item(NATIONAL, voting(9, 5), AgendaKind.CONFIRM_MEMBER, written).result());
        assertEquals(
                ItemResult.NOT_PASSED,
                item(NATIONAL, voting(9, 5), AgendaKind.RESOLUTION, written).result());
        assertEquals(
                ItemResult.NOT_PASSED,
                item(STRICT, voting(9, 5), AgendaKind.ADMIT_MEMBER, written).result());
    }

    @Test
    void moreVotesThanVotersAreNoResult() {
        assertEquals(
                ItemResult.INVALID_TOO_MANY_VOTES,
                item(STRICT, voting(9, 8), AgendaKind.RESOLUTION, ballot(1, 6, 2, 1))
                        .result());
        assertEquals(
                ItemResult.PASSED,
                item(STRICT, voting(9, 8), AgendaKind.RESOLUTION, ballot(1, 5, 2, 1))
                        .result());
        var absentWriters = new Ballot(List.of(1), 5, 0, 0, 4);
        assertEquals(
                ItemResult.PASSED,
                item(NATIONAL, voting(9, 5), AgendaKind.ADMIT_MEMBER, absentWriters)
                        .result());
        var tooMany = new Ballot(List.of(1), 5, 0, 0, 5);
        assertEquals(
                ItemResult.INVALID_TOO_MANY_VOTES,
                item(NATIONAL, voting(9, 5), AgendaKind.ADMIT_MEMBER, tooMany).result());
    }

    @Test
    void anItemWithoutABallotComesBackNextTime() {
        var item = item(STRICT, voting(9, 8), AgendaKind.RESOLUTION);

        assertEquals(ItemResult.DEFERRED, item.result());
        assertEquals(5, item.needed());
        assertEquals(OptionalInt.empty(), item.counted());
        assertEquals(5, item.stillNeeded());
    }

    @Test
    void anItemMayBeReportedUpwardInstead() {
        var escalated = new AgendaItem(1, AgendaKind.RESOLUTION, Optional.of(AgendaItem.SetAside.ESCALATED));
        var deferred = new AgendaItem(2, AgendaKind.RESOLUTION, Optional.of(AgendaItem.SetAside.DEFERRED));

        var verdict = new Meeting(ActivityType.MEMBER_MEETING, voting(9, 8), List.of(escalated, deferred), List.of())
                .judge(PROFILE, STRICT);

        assertEquals(
                List.of(ItemResult.ESCALATED, ItemResult.DEFERRED),
                verdict.items().stream().map(ItemVerdict::result).toList());
    }

    @Test
    void aCommitteeMeetingHasAQuorumOfItsOwn() {
        var meeting = new Meeting(ActivityType.COMMITTEE_MEETING, voting(6, 3), List.of(), List.of());
        var noneOfItsOwn = new MeetingRules(
                STRICT.meetingQuorum(),
                Optional.empty(),
                STRICT.resolution(),
                STRICT.electionQuorum(),
                STRICT.basis(),
                STRICT.writtenOpinions(),
                true);

        assertEquals(MeetingStatus.VALID, meeting.judge(PROFILE, STRICT).status());
        assertEquals(MeetingStatus.VALID, meeting.judge(PROFILE, noneOfItsOwn).status());
        var tooFew = new Meeting(ActivityType.COMMITTEE_MEETING, voting(6, 2), List.of(), List.of());
        assertEquals(
                MeetingStatus.INVALID_NO_QUORUM, tooFew.judge(PROFILE, STRICT).status());
        assertEquals(MeetingStatus.VALID, tooFew.judge(PROFILE, noneOfItsOwn).status());
    }

    @Test
    void anotherActivityBelowHalfIsValidUnlessSomethingIsVoted() {
        var study = List.of(new AgendaItem(1, AgendaKind.STUDY));
        var day = new Meeting(ActivityType.THEME_DAY, voting(9, 4), study, List.of());
        var marked = new Meeting(
                ActivityType.THEME_DAY, Set.of(ActivityType.MEMBER_MEETING), voting(9, 4), study, List.of());
        var voted = new Meeting(
                ActivityType.THEME_DAY,
                voting(9, 4),
                List.of(new AgendaItem(1, AgendaKind.RESOLUTION)),
                List.of(ballot(1, 4, 0, 0)));

        assertEquals(MeetingStatus.VALID, day.judge(PROFILE, STRICT).status());
        assertEquals(
                MeetingStatus.HELD_NO_VOTE_ALLOWED,
                marked.judge(PROFILE, STRICT).status());
        assertEquals(
                MeetingStatus.INVALID_NO_QUORUM, voted.judge(PROFILE, STRICT).status());
    }

    @Test
    void whatWasSetAsideIsThatEvenWhereNothingIsVotedOrTooFewAreThere() {
        var deferred = Optional.of(AgendaItem.SetAside.DEFERRED);
        var other = new AgendaItem(1, AgendaKind.OTHER, deferred);
        var resolution = new AgendaItem(2, AgendaKind.RESOLUTION, deferred);

        var verdict = new Meeting(ActivityType.MEMBER_MEETING, voting(9, 4), List.of(other, resolution), List.of())
                .judge(PROFILE, STRICT);

        assertEquals(
                List.of(ItemResult.DEFERRED, ItemResult.DEFERRED),
                verdict.items().stream().map(ItemVerdict::result).toList());
        assertEquals(MeetingStatus.HELD_NO_VOTE_ALLOWED, verdict.status());
        assertEquals(5, verdict.items().getFirst().needed());
        var voted = new Meeting(ActivityType.MEMBER_MEETING, voting(9, 8), List.of(other), List.of(ballot(1, 8, 0, 0)))
                .judge(PROFILE, STRICT);
        assertEquals(ItemResult.PASSED, voted.items().getFirst().result());
    }

    @Test
    void onlyTheMembersMeetingDemandsASignature() {
        assertTrue(STRICT.demandsSignature(ActivityType.MEMBER_MEETING, Set.of()));
        assertFalse(STRICT.demandsSignature(ActivityType.PARTY_LECTURE, Set.of()));
        assertTrue(STRICT.demandsSignature(ActivityType.THEME_DAY, Set.of(ActivityType.MEMBER_MEETING)));
        var relaxed = new MeetingRules(
                STRICT.meetingQuorum(),
                Optional.empty(),
                STRICT.resolution(),
                STRICT.electionQuorum(),
                STRICT.basis(),
                STRICT.writtenOpinions(),
                false);
        assertFalse(relaxed.demandsSignature(ActivityType.MEMBER_MEETING, Set.of()));
    }

    @Test
    void everyResultIsReachable() {
        var reached = EnumSet.noneOf(ItemResult.class);
        reached.add(item(STRICT, voting(9, 8), AgendaKind.RESOLUTION, ballot(1, 8, 0, 0))
                .result());
        reached.add(item(STRICT, voting(9, 8), AgendaKind.RESOLUTION, ballot(1, 1, 0, 0))
                .result());
        reached.add(item(STRICT, voting(9, 8), AgendaKind.RESOLUTION).result());
        reached.add(item(STRICT, voting(9, 4), AgendaKind.RESOLUTION).result());
        reached.add(item(STRICT, voting(9, 8), AgendaKind.STUDY).result());
        reached.add(item(STRICT, voting(9, 9), AgendaKind.ELECTION).result());
        reached.add(item(STRICT, voting(9, 5), AgendaKind.ELECTION).result());
        reached.add(item(STRICT, voting(9, 8), AgendaKind.RESOLUTION, ballot(1, 9, 0, 0))
                .result());
        var joint = new Ballot(List.of(1, 1), 8, 0, 0, 0);
        reached.add(item(STRICT, voting(9, 8), AgendaKind.RESOLUTION, joint).result());
        var escalated = new AgendaItem(1, AgendaKind.RESOLUTION, Optional.of(AgendaItem.SetAside.ESCALATED));
        reached.add(new Meeting(ActivityType.MEMBER_MEETING, voting(9, 8), List.of(escalated), List.of())
                .judge(PROFILE, STRICT)
                .items()
                .getFirst()
                .result());

        assertEquals(EnumSet.allOf(ItemResult.class), reached);
    }

    @Tag("property")
    @Property
    void oneMoreYesNeverUndoesAResolution(
            @ForAll @IntRange(min = 1, max = 200) int due,
            @ForAll @IntRange(max = 200) int present,
            @ForAll @IntRange(max = 200) int yes) {
        int inTheRoom = Math.min(due, present);
        int voted = Math.min(inTheRoom, yes);

        var item = item(STRICT, voting(due, inTheRoom), AgendaKind.RESOLUTION, ballot(1, voted, 0, 0));

        assertEquals(item.result() == ItemResult.PASSED, 2 * voted > due);
        assertEquals(Math.max(0, item.needed() - voted), item.stillNeeded());
    }

    @Test
    void refusesFiguresThatContradictEachOther() {
        assertThrows(IllegalArgumentException.class, () -> new MeetingCount(10, 9, 10, 9, 9));
        assertThrows(IllegalArgumentException.class, () -> new MeetingCount(10, 11, 10, 9, 9));
        assertThrows(IllegalArgumentException.class, () -> new MeetingCount(10, 10, -1, 9, 0));
        assertThrows(IllegalArgumentException.class, () -> new MeetingCount(10, 10, 9, 11, 9));
        assertThrows(IllegalArgumentException.class, () -> new MeetingCount(10, 10, 8, 10, 9));
        assertThrows(IllegalArgumentException.class, () -> new MeetingCount(10, 10, 10, 8, 9));
        assertThrows(IllegalArgumentException.class, () -> new MeetingCount(10, 10, 10, 8, -1));
        assertEquals(0, new MeetingCount(0, 0, 0, 0, 0).absent());
    }

    @Test
    void refusesBallotsOnNothingTwiceOrOutsideTheAgenda() {
        var item = new AgendaItem(1, AgendaKind.RESOLUTION);
        var type = ActivityType.MEMBER_MEETING;
        assertThrows(
                IllegalArgumentException.class,
                () -> new Meeting(type, voting(9, 8), List.of(item), List.of(ballot(2, 1, 0, 0))));
        assertThrows(
                IllegalArgumentException.class, () -> new Meeting(type, voting(9, 8), List.of(item, item), List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Meeting(type, voting(9, 8), List.of(item), List.of(ballot(1, 1, 0, 0), ballot(1, 2, 0, 0))));
        assertThrows(IllegalArgumentException.class, () -> new Ballot(List.of(), 1, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> ballot(1, -1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> ballot(1, 0, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> ballot(1, 0, 0, -1));
        assertThrows(IllegalArgumentException.class, () -> new Ballot(List.of(1), 0, 0, 0, -1));
        assertThrows(IllegalArgumentException.class, () -> new AgendaItem(0, AgendaKind.STUDY));
        assertEquals(0, ballot(1, 0, 0, 0).cast());
    }

    @Test
    void aSnapshotKeepsWhatWasAnnounced() {
        var snapshot = new QuorumSnapshot(
                new ActivityId("a-1"),
                OptionalInt.empty(),
                Instant.EPOCH,
                voting(9, 8),
                MeetingStatus.VALID,
                PROFILE,
                new MemberId("M-1"));

        assertEquals(8, snapshot.count().present());
        assertEquals(PROFILE, snapshot.profile());
    }
}
