package cn.dangqun.domain.quorum;

/// Whether the meeting may vote.
public enum MeetingStatus {
    VALID,
    /// No quorum, but nothing is put to the vote
    HELD_NO_VOTE_ALLOWED,
    INVALID_NO_QUORUM
}
