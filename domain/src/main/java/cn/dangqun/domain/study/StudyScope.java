package cn.dangqun.domain.study;

/// Which hours or days fulfil the requirement of a role.
public enum StudyScope {
    /// Every collective activity
    STUDY,
    /// Centralized training only, never theme days
    TRAINING;

    boolean holds(StudyCredit credit) {
        return credit.kind() == CreditKind.COLLECTIVE && (this == STUDY || credit.centralized());
    }
}
