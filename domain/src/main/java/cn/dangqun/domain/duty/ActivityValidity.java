package cn.dangqun.domain.duty;

/// Whether an activity counts as held in due form. VALID and NO_VOTE_ALLOWED fulfil duties (RULES §3).
public enum ActivityValidity {
    VALID,
    /// Held without the quorum, nothing was voted
    NO_VOTE_ALLOWED,
    INVALID,
    UNDECIDED
}
