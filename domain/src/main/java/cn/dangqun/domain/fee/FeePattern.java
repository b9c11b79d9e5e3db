package cn.dangqun.domain.fee;

/// When fees are paid.
public enum FeePattern {
    MONTHLY,
    /// Once a quarter, which the branch approves when the member asks
    QUARTERLY
}
