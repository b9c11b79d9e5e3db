package cn.dangqun.domain.member;

/// 性别, as the books have it.
public enum Sex {
    /// 男
    MALE,
    /// 女
    FEMALE
}
