package cn.dangqun.domain.quorum;

/// What became of one agenda item.
public enum ItemResult {
    PASSED,
    NOT_PASSED,
    /// Not decided; proposed again for the next meeting
    DEFERRED,
    /// Reported to the superior organisation
    ESCALATED,
    /// Enough members for an election; who is elected is not decided here
    ELECTION_MAY_PROCEED,
    INVALID_NO_QUORUM,
    INVALID_NO_ELECTION_QUORUM,
    /// One ballot for several items
    INVALID_NOT_SEPARATE,
    /// More votes than voters (RULES §2, Ballot)
    INVALID_TOO_MANY_VOTES,
    /// Nothing to vote on
    NO_VOTE
}
