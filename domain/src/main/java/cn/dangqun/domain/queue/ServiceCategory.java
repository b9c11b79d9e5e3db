package cn.dangqun.domain.queue;

/// 五务合一.
public enum ServiceCategory {
    /// 党务
    PARTY,
    /// 居务
    RESIDENTS,
    /// 服务
    SERVICES,
    /// 商务
    COMMERCE,
    /// 事务
    AFFAIRS
}
