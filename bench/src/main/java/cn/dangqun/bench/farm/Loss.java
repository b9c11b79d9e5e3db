package cn.dangqun.bench.farm;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a kiosk may have lost, since it stood nowhere but in a file that was harmed. `atRisk`: who was told that they
/// are in; `said`: how many facts the street's page says are lost there.
record Loss(Set<String> atRisk, FarmOffice.Said said) {
    Loss {
        atRisk = Set.copyOf(atRisk);
    }

    /// Whether all of these facts, with who was told of each, are among what was said to be lost.
    boolean excuses(List<Map.Entry<String, Set<String>>> facts) {
        return (said.perhapsMore() || facts.size() <= said.lost())
                && facts.stream().allMatch(fact -> atRisk.containsAll(fact.getValue()));
    }
}
