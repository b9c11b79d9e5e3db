package cn.dangqun.domain.fee;

/// From what a member's fee is figured (forms.md, section 4.1).
public enum FeeGroup {
    /// Monthly pay after tax, yearly pay by the month, income of the self-employed
    EMPLOYED,
    /// Pension of 离退休 members
    RETIRED,
    FARMER,
    /// Students, unemployed, living on relief
    NO_INCOME
}
