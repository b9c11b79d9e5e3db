package cn.dangqun.domain.quorum;

/// What a share is counted against (OQ-02). The numerator is always voting members.
public enum QuorumBasis {
    /// 应到的有表决权党员
    VOTING_DUE,
    /// 全部应到党员
    ALL_DUE
}
