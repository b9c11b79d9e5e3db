package cn.dangqun.domain.member;

/// Why a member is on the register of special groups. Somebody may be of several.
public enum MemberCategory {
    /// 外出流动
    FLOATING_OUT,
    /// 年老体弱
    FRAIL,
    /// 生活困难
    HARDSHIP,
    /// 离退休
    RETIRED,
    /// 失联
    OUT_OF_TOUCH
}
