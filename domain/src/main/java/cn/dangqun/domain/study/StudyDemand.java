package cn.dangqun.domain.study;

import java.util.Comparator;

/// What one role demands in a year, and how much of what counts towards it there is.
record StudyDemand(StudyAmount required, StudyAmount credited, StudyScope scope) {
    /// The largest shortfall first, of equals the larger requirement (RULES §3, Hours).
    static final Comparator<StudyDemand> HARDEST = Comparator.comparing(StudyDemand::shortfall)
            .thenComparing(StudyDemand::required)
            .thenComparing(StudyDemand::scope);

    StudyAmount shortfall() {
        return credited.missingTo(required);
    }
}
