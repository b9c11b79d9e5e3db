package cn.dangqun.server.ledger;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.RecordedFact;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Check-ins that stand one behind the other in one chain and were first written there: what a ledger mostly
/// holds, read as one (decision 0050).
public record CheckIns(List<Placed> all) {
    /// One of them, and where it stands.
    public record Placed(Place place, RecordedFact recorded, AttendanceFact.CheckedIn fact) {
        public Instant at() {
            return recorded.clock().instant();
        }
    }

    public CheckIns {
        all = List.copyOf(all);
    }

    public SequencedMap<ActivityId, List<Placed>> byActivity() {
        return all.stream()
                .collect(Collectors.groupingBy(
                        each -> each.fact().activity(), LinkedHashMap::new, Collectors.toUnmodifiableList()));
    }
}
