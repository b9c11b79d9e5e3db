package cn.dangqun.domain.member;

/// Standing in the Party (RULES §2, Member). Only full members vote.
public enum MemberStatus {
    /// 正式党员
    FULL,
    /// 预备党员
    PROBATIONARY,
    /// 入党积极分子
    ACTIVIST,
    /// 入党申请人
    APPLICANT
}
