package cn.dangqun.domain.study;

/// How a person took part in a study activity.
public enum StudyAttendance {
    PRESENT,
    LATE,
    /// 补录: was there and was not recorded; counts like present (OQ-23)
    MAKEUP_SIGNED,
    /// Enough wherever no signature is asked (OQ-24); at a members' meeting it is NOT_ATTENDED
    CHECKED_IN_UNSIGNED,
    /// 补学: gives hours, and nothing else (RULES §2, Make-up)
    MAKEUP_STUDIED,
    NOT_ATTENDED;

    boolean givesHours() {
        return this != NOT_ATTENDED;
    }

    boolean isInPerson() {
        return givesHours() && this != MAKEUP_STUDIED;
    }
}
