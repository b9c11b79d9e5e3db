package cn.dangqun.server.plan;

import cn.dangqun.domain.member.PersonName;
import java.util.Optional;

/// What the street notes of an activity and kiosks need not know. `hours` are the 学时 that it gives, fixed when it is
/// planned (OQ-12); `chair` is who presides, `organiser` who sees to it; `training` is of 集中培训 only.
record PlanDetail(
        Optional<Integer> hours,
        Optional<PersonName> chair,
        Optional<PersonName> organiser,
        Optional<Training> training) {
    static final PlanDetail NONE =
            new PlanDetail(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// How long it takes, in half days of 1 to 40, and who holds it; at least one of the two.
    record Training(Optional<Integer> halfDays, Optional<Grade> grade) {
        static Optional<Training> of(Optional<Integer> halfDays, Optional<Grade> grade) {
            return halfDays.isEmpty() && grade.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Training(halfDays, grade));
        }
    }

    /// At which level a training is held; the names are those of rule profiles.
    enum Grade {
        COMMUNITY,
        STREET,
        TOWN,
        CITY,
        ABOVE_CITY
    }

    Optional<Integer> halfDays() {
        return training.flatMap(Training::halfDays);
    }

    Optional<Grade> grade() {
        return training.flatMap(Training::grade);
    }

    /// Whether `later` gives what this gives: what was fixed stays, what was left open may still be fixed.
    boolean keeps(PlanDetail later) {
        return (hours.isEmpty() || hours.equals(later.hours))
                && (halfDays().isEmpty() || halfDays().equals(later.halfDays()))
                && (grade().isEmpty() || grade().equals(later.grade()));
    }
}
