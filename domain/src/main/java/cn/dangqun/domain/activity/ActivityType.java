package cn.dangqun.domain.activity;

/// Types of activity (RULES §2, Event types).
public enum ActivityType {
    /// 支部党员大会
    MEMBER_MEETING,
    /// 支部委员会
    COMMITTEE_MEETING,
    /// 党小组会
    GROUP_MEETING,
    /// 党课
    PARTY_LECTURE,
    /// 主题党日
    THEME_DAY,
    /// 组织生活会
    ORG_LIFE_MEETING,
    /// 民主生活会
    LEADERSHIP_LIFE_MEETING,
    /// 民主评议党员
    DEMOCRATIC_REVIEW,
    /// 支部报告工作
    BRANCH_WORK_REPORT,
    /// 集中培训
    TRAINING,
    /// 议事恳谈
    CONSULTATION,
    /// 联席会议
    JOINT_MEETING,
    /// 志愿服务
    VOLUNTEER,
    /// 入党宣誓
    OATH
}
