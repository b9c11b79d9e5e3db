package cn.dangqun.domain.queue;

/// Whom a service is meant for.
public enum Audience {
    /// 居民
    RESIDENTS,
    /// 驻区单位
    LOCAL_UNITS,
    /// 失业人员
    UNEMPLOYED,
    /// 困难群众
    IN_HARDSHIP,
    /// 外来人员
    NEWCOMERS
}
