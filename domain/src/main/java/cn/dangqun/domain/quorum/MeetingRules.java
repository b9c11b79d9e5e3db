package cn.dangqun.domain.quorum;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import java.util.Optional;
import java.util.Set;

/// What a profile says about meetings that vote. `committeeQuorum` applies to 支委会 where a
/// profile has one of its own; it is then asked for the meeting to be held at all. `electionBasis` is what the
/// quorum of an election is counted against, `electedBasis` what the votes of a candidate are. `signatureRequired`:
/// only members who signed are 实到 (OQ-09).
public record MeetingRules(
        Threshold meetingQuorum,
        Optional<Threshold> committeeQuorum,
        Threshold resolution,
        Threshold electionQuorum,
        QuorumBasis basis,
        QuorumBasis electionBasis,
        ElectedBasis electedBasis,
        WrittenOpinions writtenOpinions,
        boolean signatureRequired) {
    private static final Threshold MORE_THAN_HALF = Threshold.moreThan(1, 2);

    /// Elections are counted against those with voting right (OQ-02, OQ-41).
    public MeetingRules(
            Threshold meetingQuorum,
            Optional<Threshold> committeeQuorum,
            Threshold resolution,
            Threshold electionQuorum,
            QuorumBasis basis,
            WrittenOpinions writtenOpinions,
            boolean signatureRequired) {
        this(
                meetingQuorum,
                committeeQuorum,
                resolution,
                electionQuorum,
                basis,
                QuorumBasis.VOTING_DUE,
                ElectedBasis.VOTING_DUE,
                writtenOpinions,
                signatureRequired);
    }

    /// The share of voting members that must be in the room at this type of meeting.
    public Threshold quorumFor(ActivityType type) {
        return type == ActivityType.COMMITTEE_MEETING ? committeeQuorum.orElse(meetingQuorum) : meetingQuorum;
    }

    /// Whether the meeting cannot be held at all below its quorum, even with nothing to vote on (RULES §4, committee).
    boolean needsQuorumToBeHeld(ActivityType type) {
        return type == ActivityType.COMMITTEE_MEETING && committeeQuorum.isPresent();
    }

    /// What an item of this kind is counted against.
    public QuorumBasis basisOf(AgendaKind kind) {
        return kind == AgendaKind.ELECTION ? electionBasis : basis;
    }

    /// How many votes make somebody elected.
    public int neededToBeElected(MeetingCount count) {
        return MORE_THAN_HALF.needed(
                switch (electedBasis) {
                    case VOTING_DUE -> count.votingDue();
                    case VOTING_PRESENT -> count.votingPresent();
                });
    }

    /// Whether a signature makes the difference between 实到 and 缺席 at an activity of this type, or with this duty mark
    /// (OQ-11).
    public boolean demandsSignature(ActivityType type, Set<ActivityType> marks) {
        return signatureRequired
                && (type == ActivityType.MEMBER_MEETING || marks.contains(ActivityType.MEMBER_MEETING));
    }
}
