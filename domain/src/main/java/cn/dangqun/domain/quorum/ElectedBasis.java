package cn.dangqun.domain.quorum;

/// Of whom more than half must vote for somebody who is elected (OQ-41).
public enum ElectedBasis {
    /// 应到会有选举权的党员
    VOTING_DUE,
    /// 实到会有选举权的党员
    VOTING_PRESENT
}
