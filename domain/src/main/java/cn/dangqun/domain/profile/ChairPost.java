package cn.dangqun.domain.profile;

/// Who may chair a members' meeting, in the order a profile gives.
public enum ChairPost {
    /// 书记
    SECRETARY,
    /// 副书记
    DEPUTY_SECRETARY,
    /// 组织委员
    ORGANIZATION_MEMBER,
    /// 宣传委员
    PUBLICITY_MEMBER,
    /// 任何委员
    COMMITTEE_MEMBER
}
