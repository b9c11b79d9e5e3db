package cn.dangqun.domain.study;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// What the rules need to know about a person. `joinedOn` matters only where a profile prorates (OQ-16).
public record Learner(Set<StudyRole> roles, boolean frail, Optional<LocalDate> joinedOn) {
    public Learner {
        roles = Set.copyOf(roles);
    }

    /// Months of the year from the joining month on, 0 to 12.
    int monthsIn(int year) {
        if (joinedOn.isEmpty() || joinedOn.get().getYear() < year) {
            return 12;
        }
        return joinedOn.get().getYear() > year ? 0 : 13 - joinedOn.get().getMonthValue();
    }
}
