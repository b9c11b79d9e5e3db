package cn.dangqun.domain.attendance;

import cn.dangqun.domain.activity.ActivityType;

/// Whom an activity asks, by its type (RULES, Rolls).
public enum RollBasis {
    /// Full and probationary home members of each branch that takes part
    MEMBERS,
    /// Those of the party group
    GROUP,
    /// Who holds a seat of the organisation's committee; part-time members of other units are 列席
    SEATS,
    /// The invited, of whatever organisation
    INVITED,
    /// Nobody is due; who comes is recorded by kind
    NOBODY;

    public static RollBasis of(ActivityType type) {
        return switch (type) {
            case MEMBER_MEETING, THEME_DAY, PARTY_LECTURE, ORG_LIFE_MEETING, DEMOCRATIC_REVIEW, BRANCH_WORK_REPORT ->
                MEMBERS;
            case GROUP_MEETING -> GROUP;
            case COMMITTEE_MEETING, LEADERSHIP_LIFE_MEETING -> SEATS;
            case TRAINING -> INVITED;
            case VOLUNTEER, CONSULTATION, JOINT_MEETING, OATH -> NOBODY;
        };
    }
}
