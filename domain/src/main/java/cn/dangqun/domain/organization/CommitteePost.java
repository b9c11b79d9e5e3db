package cn.dangqun.domain.organization;

/// What a committee member is elected for (RULES §2, CommitteeSeat; R-033).
public enum CommitteePost {
    /// 书记
    SECRETARY,
    /// 副书记
    DEPUTY_SECRETARY,
    /// 组织委员
    ORGANIZATION,
    /// 宣传委员
    PUBLICITY,
    /// 纪检委员
    DISCIPLINE,
    /// 委员
    MEMBER
}
