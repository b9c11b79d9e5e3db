package cn.dangqun.domain.duty;

/// Who has to fulfil a duty: the branch once, every group, or every person concerned (RULES §3).
public enum DutyScope {
    BRANCH,
    GROUP,
    PERSON
}
