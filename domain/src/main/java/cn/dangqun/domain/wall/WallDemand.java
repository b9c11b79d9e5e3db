package cn.dangqun.domain.wall;

/// Whether a frame must, usually does, may, or must never hang (RULES §1.10).
public enum WallDemand {
    /// 必须上墙
    MANDATORY,
    /// 一般上墙
    USUAL,
    /// 可以上墙
    ALLOWED,
    /// 不得上墙
    FORBIDDEN
}
