package cn.dangqun.domain.study;

/// How a person took part in a study activity.
public enum StudyAttendance {
    PRESENT,
    LATE,
    /// 补学: gives hours, and nothing else (RULES §2, Make-up)
    MAKEUP_STUDIED,
    NOT_ATTENDED;

    boolean givesHours() {
        return this != NOT_ATTENDED;
    }

    boolean isInPerson() {
        return this == PRESENT || this == LATE;
    }
}
