package cn.dangqun.domain.duty;

/// How far an activity has come (RULES §2, Event.status). Only HELD and ARCHIVED fulfil duties.
public enum ActivityState {
    PLANNED,
    NOTICED,
    OPEN,
    HELD,
    ARCHIVED,
    CANCELLED
}
