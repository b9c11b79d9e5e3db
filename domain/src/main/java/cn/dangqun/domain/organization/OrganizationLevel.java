package cn.dangqun.domain.organization;

/// Levels of the Party organisation inside one street (RULES §2, Organization).
public enum OrganizationLevel {
    /// 街道党工委
    STREET_COMMITTEE,
    /// 社区党委
    COMMITTEE,
    /// 党总支
    GENERAL_BRANCH,
    /// 党支部
    BRANCH,
    /// 党小组
    GROUP;

    /// A group sits only under a branch; a branch under a general branch, a committee or the street.
    public boolean mayContain(OrganizationLevel child) {
        return switch (child) {
            case STREET_COMMITTEE -> false;
            case COMMITTEE -> this == STREET_COMMITTEE;
            case GENERAL_BRANCH -> this == STREET_COMMITTEE || this == COMMITTEE;
            case BRANCH -> this == STREET_COMMITTEE || this == COMMITTEE || this == GENERAL_BRANCH;
            case GROUP -> this == BRANCH;
        };
    }
}
