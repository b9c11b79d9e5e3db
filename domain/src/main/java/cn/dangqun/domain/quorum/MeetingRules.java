package cn.dangqun.domain.quorum;

import cn.dangqun.domain.activity.ActivityType;
import java.util.Optional;

/// What a profile says about meetings that vote. `committeeQuorum` applies to 支委会 where a
/// profile has one of its own. `signatureRequired`: only members who signed are 实到 (OQ-09).
public record MeetingRules(
        Threshold meetingQuorum,
        Optional<Threshold> committeeQuorum,
        Threshold resolution,
        Threshold electionQuorum,
        QuorumBasis basis,
        WrittenOpinions writtenOpinions,
        boolean signatureRequired) {

    /// The share of voting members that must be in the room at this type of meeting.
    public Threshold quorumFor(ActivityType type) {
        return type == ActivityType.COMMITTEE_MEETING ? committeeQuorum.orElse(meetingQuorum) : meetingQuorum;
    }

    /// Whether a signature makes the difference between 实到 and 缺席 at this type of activity.
    public boolean demandsSignature(ActivityType type) {
        return signatureRequired && type == ActivityType.MEMBER_MEETING;
    }
}
