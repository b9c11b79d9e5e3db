package cn.dangqun.bench.farm.kiosk;

import cn.dangqun.domain.member.MemberId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;

/// Remembers what every screen of the farm would have shown: the side of the promise that people saw. Thread-safe.
public final class Witness {
    private final Map<String, Set<String>> successes = new ConcurrentHashMap<>();
    private final Set<String> told = new ConcurrentSkipListSet<>();
    private final LongAdder already = new LongAdder();

    /// A screen said 签到成功; `fact` is kiosk/epoch/seq. A number comes twice only where a disk came back or was cloned.
    public void success(String fact, MemberId member) {
        successes.computeIfAbsent(fact, _ -> new ConcurrentSkipListSet<>()).add(member.value());
        told.add(member.value());
    }

    /// A screen said 您已签到.
    public void already(MemberId member) {
        already.increment();
        told.add(member.value());
    }

    /// Facts behind every 签到成功, as kiosk/epoch/seq, and who saw it.
    public Map<String, Set<String>> facts() {
        return Map.copyOf(successes);
    }

    /// Whoever saw 签到成功 or 您已签到.
    public Set<String> members() {
        return Set.copyOf(told);
    }

    public long alreadyTold() {
        return already.sum();
    }
}
