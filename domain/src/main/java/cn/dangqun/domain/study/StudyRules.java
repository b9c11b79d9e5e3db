package cn.dangqun.domain.study;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a profile demands of each role per calendar year, in whole units. `frailExempt`: no hard
/// requirement for 年老体弱 members. `hoursPerDay` converts training days for profiles that count hours (OQ-12).
public record StudyRules(
        StudyUnit unit,
        Map<StudyRole, Integer> required,
        Map<StudyRole, Integer> centralizedRequired,
        Map<StudyRole, Set<TrainingLevel>> levelRequired,
        Map<StudyRole, StudyScope> counts,
        Optional<Checkpoint> checkpoint,
        boolean frailExempt,
        Proration proration,
        int hoursPerDay) {
    public StudyRules {
        required = Map.copyOf(required);
        centralizedRequired = Map.copyOf(centralizedRequired);
        levelRequired = Map.copyOf(levelRequired);
        counts = Map.copyOf(counts);
        if (hoursPerDay < 1 || hoursPerDay > 24) {
            throw new IllegalArgumentException("a training day of " + hoursPerDay + " hours");
        }
    }

    /// Whether any of the roles has a requirement here.
    public boolean concerns(Collection<StudyRole> roles) {
        return roles.stream().anyMatch(required::containsKey);
    }

    StudyScope scopeOf(StudyRole role) {
        return counts.getOrDefault(role, StudyScope.STUDY);
    }

    int centralizedRequiredOf(Collection<StudyRole> roles) {
        return roles.stream()
                .mapToInt(role -> centralizedRequired.getOrDefault(role, 0))
                .max()
                .orElse(0);
    }
}
