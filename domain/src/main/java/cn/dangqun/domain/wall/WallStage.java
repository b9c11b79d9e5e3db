package cn.dangqun.domain.wall;

/// How far a version has come, as it is shown (F-38). 提出 → 审核 → 审批 → 实施.
public enum WallStage {
    /// 草稿
    DRAFT,
    /// 待审核
    SUBMITTED,
    /// 已批准
    APPROVED,
    /// 已上墙
    PUBLISHED,
    /// 到日再挂: published, its first day is still to come
    SCHEDULED,
    /// 后备: published, but a newer one hangs in its place
    STANDBY,
    /// 已到期
    EXPIRED,
    /// 已撤下
    WITHDRAWN
}
