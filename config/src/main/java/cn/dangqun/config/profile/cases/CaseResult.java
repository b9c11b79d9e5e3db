package cn.dangqun.config.profile.cases;

import cn.dangqun.config.profile.json.Fault;
import java.util.List;
import java.util.Optional;

/// What became of one case.
sealed interface CaseResult {
    String id();

    /// `comparison` is empty when the case expects nothing in particular.
    record Evaluated(String id, Computed computed, Optional<Comparison.Outcome> comparison) implements CaseResult {
        boolean differs() {
            return comparison.filter(each -> !each.differences().isEmpty()).isPresent();
        }
    }

    record Malformed(String id, List<Fault> faults) implements CaseResult {
        public Malformed {
            faults = List.copyOf(faults);
        }
    }
}
