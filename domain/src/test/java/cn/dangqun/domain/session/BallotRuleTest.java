package cn.dangqun.domain.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.fact.SessionFact.BallotOutcome;
import cn.dangqun.domain.fact.SessionFact.Votes;
import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.domain.quorum.MeetingRules;
import cn.dangqun.domain.quorum.QuorumBasis;
import cn.dangqun.domain.quorum.Threshold;
import cn.dangqun.domain.quorum.WrittenOpinions;
import cn.dangqun.domain.rule.ProfileRef;
import cn.dangqun.domain.session.BallotRule.Cast;
import cn.dangqun.domain.session.BallotRule.Fault;
import cn.dangqun.domain.session.BallotRule.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BallotRuleTest {
    private static final Threshold HALF = Threshold.moreThan(1, 2);

    private static SessionMeeting meeting(WrittenOpinions written, int votingDue, int votingPresent) {
        var rules = new MeetingRules(
                HALF, Optional.empty(), HALF, Threshold.moreThan(4, 5), QuorumBasis.VOTING_DUE, written, true);
        return new SessionMeeting(
                ActivityType.MEMBER_MEETING,
                Set.of(),
                new MeetingCount(votingDue + 2, votingDue + 1, votingPresent + 1, votingDue, votingPresent),
                new ProfileRef("TRIAL", "7"),
                rules);
    }

    private static Cast hands(int yes, int no, int abstain) {
        return new Cast(BallotForm.SHOW_OF_HANDS, 0, 0, 0, List.of(new Votes("议题", yes, no, abstain, 0)));
    }

    private static Cast secret(int given, int returned, int invalid, Votes... votes) {
        return new Cast(BallotForm.SECRET, given, returned, invalid, List.of(votes));
    }

    private static Finding find(AgendaKind kind, Cast cast) {
        return BallotRule.find(meeting(WrittenOpinions.NEVER, 20, 15), 1, kind, cast);
    }

    private static void assertRefused(Fault fault, int limit, Finding finding) {
        assertEquals(new Finding.Refused(fault, limit), finding);
    }

    private static BallotOutcome outcome(Finding finding) {
        return assertInstanceOf(Finding.Counts.class, finding).outcome();
    }

    @Test
    void aResolutionNeedsMoreThanHalfOfThoseDueAndNotOfThosePresent() {
        assertEquals(BallotOutcome.NOT_PASSED, outcome(find(AgendaKind.RESOLUTION, hands(10, 5, 0))));
        assertEquals(BallotOutcome.PASSED, outcome(find(AgendaKind.RESOLUTION, hands(11, 4, 0))));
    }

    @Test
    void votesThatCannotBeAreRefusedWithTheNumberThatWasPassed() {
        assertRefused(Fault.MORE_THAN_VOTERS, 15, find(AgendaKind.RESOLUTION, hands(11, 4, 1)));
        assertRefused(Fault.NO_VOTES, 0, find(AgendaKind.RESOLUTION, hands(0, 0, 0)));
        assertRefused(
                Fault.MORE_GIVEN_THAN_VOTERS,
                15,
                find(AgendaKind.RESOLUTION, secret(16, 15, 0, new Votes("议题", 15, 0, 0, 0))));
        assertRefused(
                Fault.SUM_IS_NOT_RETURNED,
                14,
                find(AgendaKind.RESOLUTION, secret(15, 14, 1, new Votes("议题", 12, 2, 0, 0))));
    }

    @Test
    void aSecretBallotMayBeReturnedInPart() {
        assertEquals(
                BallotOutcome.PASSED,
                outcome(find(AgendaKind.RESOLUTION, secret(15, 14, 1, new Votes("议题", 12, 1, 0, 0)))));
    }

    @Test
    void moreReturnedThanGivenIsVoidAndNotRefused() {
        assertInstanceOf(
                Finding.Repeat.class, find(AgendaKind.RESOLUTION, secret(14, 15, 0, new Votes("议题", 15, 0, 0, 0))));
    }

    @Test
    void belowTheQuorumNobodyVotes() {
        var ten = meeting(WrittenOpinions.NEVER, 20, 10);
        assertRefused(Fault.NO_QUORUM, 11, BallotRule.find(ten, 1, AgendaKind.RESOLUTION, hands(10, 0, 0)));
    }

    @Test
    void anElectionNeedsMoreThanFourFifthsInTheRoom() {
        var votes = new Votes("M-1", 16, 0, 0, 0);
        assertRefused(
                Fault.NO_ELECTION_QUORUM,
                17,
                BallotRule.find(
                        meeting(WrittenOpinions.NEVER, 20, 16), 1, AgendaKind.ELECTION, secret(16, 16, 0, votes)));
        var proceeds = BallotRule.find(
                meeting(WrittenOpinions.NEVER, 20, 17), 1, AgendaKind.ELECTION, secret(16, 16, 0, votes));
        assertEquals(
                List.of("M-1"), assertInstanceOf(Finding.Counts.class, proceeds).elected());
    }

    @Test
    void whoIsElectedHasMoreThanHalfOfThoseWithAVoteWhoAreDue() {
        var meeting = meeting(WrittenOpinions.NEVER, 20, 18);
        var counts = assertInstanceOf(
                Finding.Counts.class,
                BallotRule.find(
                        meeting,
                        1,
                        AgendaKind.ELECTION,
                        secret(18, 18, 1, new Votes("M-1", 11, 6, 0, 0), new Votes("M-2", 10, 7, 0, 0))));
        assertEquals(List.of("M-1"), counts.elected());
        assertEquals(BallotOutcome.PASSED, counts.outcome());

        var nobody = BallotRule.find(meeting, 1, AgendaKind.ELECTION, secret(18, 18, 1, new Votes("M-2", 10, 7, 0, 0)));
        assertEquals(BallotOutcome.NOT_PASSED, outcome(nobody));
    }

    @Test
    void writtenOpinionsCountForApplicantsOnlyAndOnlyOfTheAbsent() {
        var meeting = meeting(WrittenOpinions.ADMISSION_ONLY, 20, 15);
        var written = new Cast(BallotForm.SECRET, 15, 15, 5, List.of(new Votes("M-3", 10, 0, 0, 1)));
        assertEquals(BallotOutcome.PASSED, outcome(BallotRule.find(meeting, 1, AgendaKind.CONFIRM_MEMBER, written)));
        assertRefused(Fault.WRITTEN_NOT_COUNTED, 0, BallotRule.find(meeting, 1, AgendaKind.RESOLUTION, written));
        var many = new Cast(BallotForm.SECRET, 15, 15, 5, List.of(new Votes("M-3", 10, 0, 0, 6)));
        assertRefused(Fault.MORE_WRITTEN_THAN_ABSENT, 5, BallotRule.find(meeting, 1, AgendaKind.ADMIT_MEMBER, many));
        assertRefused(Fault.WRITTEN_NOT_COUNTED, 0, find(AgendaKind.ADMIT_MEMBER, written));
    }

    @Test
    void whoHasLeftTheRoomIsPresentAndNoVoter() {
        var count = SessionMeeting.count(Lines.present("M-1", "M-2", "M-3"), Set.of(Lines.member("M-2")));
        assertEquals(new MeetingCount(3, 3, 3, 3, 2), count);
        assertEquals(
                new MeetingCount(1, 1, 0, 1, 0),
                SessionMeeting.count(Lines.absent("M-1"), Set.of(Lines.member("M-1"))));
    }
}
