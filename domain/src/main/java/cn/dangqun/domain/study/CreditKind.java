package cn.dangqun.domain.study;

/// Only collective study counts towards the requirement; the others are recorded beside it.
public enum CreditKind {
    COLLECTIVE,
    SELF_STUDY,
    /// 送学上门, for those who are exempt
    HOME_VISIT
}
