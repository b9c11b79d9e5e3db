package cn.dangqun.domain.calendar;

/// Who has to see to a fixed date (RULES 1.13).
public enum DateOwner {
    BRANCH,
    SECRETARY,
    MEMBERS,
    STREET
}
