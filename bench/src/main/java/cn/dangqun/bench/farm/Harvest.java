package cn.dangqun.bench.farm;

import cn.dangqun.bench.farm.story.Fault;
import cn.dangqun.bench.farm.story.FaultKind;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a farm came to. `alone` is the baseline of `together`, measured in the same run; `exposed`: who was
/// served while each fault lasted; `present`: 实到 of every activity as its page says.
record Harvest(
        Pace alone,
        Pace together,
        Map<Fault, Set<String>> exposed,
        long already,
        Map<String, Integer> present,
        FarmAudit audit) {
    Harvest {
        exposed = Map.copyOf(exposed);
        present = Map.copyOf(present);
    }

    /// How one kind of fault fared: how often it struck, and how often somebody was wronged who came meanwhile.
    record Tally(int struck, int people, int broken) {
        Tally and(Tally other) {
            return new Tally(struck + other.struck, people + other.people, broken + other.broken);
        }
    }

    Map<FaultKind, Tally> tallies() {
        var tallies = new TreeMap<FaultKind, Tally>();
        exposed.forEach((fault, people) -> tallies.merge(
                fault.kind(), new Tally(1, people.size(), audit.isBrokenFor(people) ? 1 : 0), Tally::and));
        return tallies;
    }

    /// What does not depend on how threads and processes take turns: the same story comes to the same. Who was said to
    /// be lost is counted here as who is present, since what a harmed file still holds is a matter of luck.
    record Counted(Map<FaultKind, Tally> tallies, int told, int presentOrNamed) {}

    Counted counted() {
        int present = this.present.values().stream().mapToInt(each -> each).sum();
        return new Counted(tallies(), audit.people(), present + audit.named().size());
    }
}
