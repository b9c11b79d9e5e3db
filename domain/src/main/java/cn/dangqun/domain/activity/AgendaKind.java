package cn.dangqun.domain.activity;

/// Kinds of agenda items. Only some are put to the vote.
public enum AgendaKind {
    /// 传达学习
    STUDY(false),
    /// 听取审议工作报告
    REPORT(false),
    /// 决定重大问题
    RESOLUTION(true),
    /// 吸收新党员
    ADMIT_MEMBER(true),
    /// 预备党员转正
    CONFIRM_MEMBER(true),
    /// 民主评议
    REVIEW(false),
    /// 奖励处分
    REWARD_PENALTY(true),
    /// 选举
    ELECTION(true),
    /// 其他
    OTHER(false);

    private final boolean voted;

    AgendaKind(boolean voted) {
        this.voted = voted;
    }

    public boolean isVoted() {
        return voted;
    }
}
