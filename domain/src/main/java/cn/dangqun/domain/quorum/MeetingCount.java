package cn.dangqun.domain.quorum;

/// The figures the chair announces: 总数, 应到, 实到, and those with a vote among 应到 and 实到. 缺席 is the
/// difference, so that 应到 = 实到 + 缺席 always holds.
public record MeetingCount(int total, int due, int present, int votingDue, int votingPresent) {
    public MeetingCount {
        if (present < 0 || present > due || due > total) {
            throw new IllegalArgumentException("present " + present + " of due " + due + " of total " + total);
        }
        if (votingPresent < 0 || votingPresent > votingDue || votingDue > due || votingPresent > present) {
            throw new IllegalArgumentException("voting " + votingPresent + " of " + votingDue + " among " + due);
        }
    }

    /// 缺席: leave, without reason, or checked in without a signature
    public int absent() {
        return due - present;
    }

    /// What a share is counted against.
    public int base(QuorumBasis basis) {
        return switch (basis) {
            case VOTING_DUE -> votingDue;
            case ALL_DUE -> due;
        };
    }
}
