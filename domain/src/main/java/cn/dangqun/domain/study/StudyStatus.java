package cn.dangqun.domain.study;

/// Where a person stands.
public enum StudyStatus {
    /// The year is over and everything demanded was done
    MET,
    NOT_MET,
    /// At or after the checkpoint inside the year: enough so far
    ON_TRACK,
    BEHIND,
    /// Inside the year, before any checkpoint
    PENDING,
    /// No hard requirement; home visits are counted instead
    EXEMPT
}
