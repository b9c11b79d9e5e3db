package cn.dangqun.domain.study;

/// In what a profile counts study: 学时 or 天.
public enum StudyUnit {
    HOUR,
    DAY
}
