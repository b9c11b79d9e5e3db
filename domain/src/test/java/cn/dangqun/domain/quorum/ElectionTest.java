package cn.dangqun.domain.quorum;

import static cn.dangqun.domain.quorum.Meetings.ALL_DUE;
import static cn.dangqun.domain.quorum.Meetings.NATIONAL;
import static cn.dangqun.domain.quorum.Meetings.STRICT;
import static cn.dangqun.domain.quorum.Meetings.ballot;
import static cn.dangqun.domain.quorum.Meetings.item;
import static cn.dangqun.domain.quorum.Meetings.judge;
import static cn.dangqun.domain.quorum.Meetings.voting;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.activity.AgendaKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ElectionTest {
    @Test
    void fourFifthsAreTooFewWhereMoreIsDemanded() {
        var strict = item(STRICT, voting(25, 20), AgendaKind.ELECTION);
        assertEquals(ItemResult.INVALID_NO_ELECTION_QUORUM, strict.result());
        assertEquals(21, strict.needed());
        assertEquals(1, strict.stillNeeded());

        assertEquals(
                ItemResult.ELECTION_MAY_PROCEED,
                item(STRICT, voting(25, 21), AgendaKind.ELECTION).result());
        var inclusive = item(NATIONAL, voting(25, 20), AgendaKind.ELECTION);
        assertEquals(ItemResult.ELECTION_MAY_PROCEED, inclusive.result());
        assertEquals(20, inclusive.needed());
        assertEquals(
                ItemResult.INVALID_NO_ELECTION_QUORUM,
                item(NATIONAL, voting(25, 19), AgendaKind.ELECTION).result());
    }

    @Test
    void anElectionAlsoNeedsTheMeetingsQuorumAndABallotOfItsOwn() {
        assertEquals(
                ItemResult.INVALID_NO_QUORUM,
                item(STRICT, voting(25, 12), AgendaKind.ELECTION).result());
        var joint = new Ballot(List.of(1, 2), 20, 0, 0, 0);
        var verdict = judge(STRICT, voting(25, 25), List.of(AgendaKind.ELECTION, AgendaKind.RESOLUTION), joint);
        assertEquals(ItemResult.INVALID_NOT_SEPARATE, verdict.items().getFirst().result());
    }

    @Test
    void moreVotesThanVotersAreNoElection() {
        var item = item(NATIONAL, voting(25, 22), AgendaKind.ELECTION, ballot(1, 30, 0, 0));

        assertEquals(ItemResult.INVALID_TOO_MANY_VOTES, item.result());
        assertEquals(20, item.needed());
        assertEquals(
                ItemResult.ELECTION_MAY_PROCEED,
                item(NATIONAL, voting(25, 22), AgendaKind.ELECTION, ballot(1, 20, 1, 1))
                        .result());
        assertEquals(
                ItemResult.INVALID_NO_ELECTION_QUORUM,
                item(NATIONAL, voting(25, 19), AgendaKind.ELECTION, ballot(1, 30, 0, 0))
                        .result());
    }

    @Test
    void anElectionMayTakeASecondBallotAndTheLastOneCounts() {
        var tooMany = ballot(1, 30, 0, 0);
        var repeated = ballot(1, 15, 7, 0);

        assertEquals(
                ItemResult.ELECTION_MAY_PROCEED,
                item(NATIONAL, voting(25, 22), AgendaKind.ELECTION, tooMany, repeated)
                        .result());
        assertEquals(
                ItemResult.INVALID_TOO_MANY_VOTES,
                item(NATIONAL, voting(25, 22), AgendaKind.ELECTION, repeated, tooMany)
                        .result());
    }

    @Test
    void anElectionIsCountedAgainstThoseWithVotingRightWhateverTheMeetingIs() {
        var count = new MeetingCount(28, 28, 24, 25, 21);

        var item = item(ALL_DUE, count, AgendaKind.ELECTION);
        assertEquals(ItemResult.ELECTION_MAY_PROCEED, item.result());
        assertEquals(21, item.needed());
        var literal = new MeetingRules(
                STRICT.meetingQuorum(),
                Optional.empty(),
                STRICT.resolution(),
                STRICT.electionQuorum(),
                QuorumBasis.VOTING_DUE,
                QuorumBasis.ALL_DUE,
                ElectedBasis.VOTING_PRESENT,
                WrittenOpinions.NEVER,
                true);
        assertEquals(23, item(literal, count, AgendaKind.ELECTION).needed());
    }

    @Test
    void whoIsElectedNeedsMoreThanHalfOfThoseTheProfileNames() {
        var count = new MeetingCount(28, 28, 24, 26, 21);
        var present = new MeetingRules(
                STRICT.meetingQuorum(),
                Optional.empty(),
                STRICT.resolution(),
                STRICT.electionQuorum(),
                QuorumBasis.VOTING_DUE,
                QuorumBasis.VOTING_DUE,
                ElectedBasis.VOTING_PRESENT,
                WrittenOpinions.NEVER,
                true);

        assertEquals(14, STRICT.neededToBeElected(count));
        assertEquals(11, present.neededToBeElected(count));
    }
}
