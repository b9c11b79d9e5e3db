package cn.dangqun.bench.farm;

import cn.dangqun.domain.checkin.CheckInOutcome.CheckedIn;
import cn.dangqun.domain.member.MemberId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;

/// Remembers what every screen of the farm would have shown: the side of the promise that people saw. Thread-safe.
final class Witness {
    private final Map<String, MemberId> successes = new ConcurrentHashMap<>();
    private final Set<String> told = new ConcurrentSkipListSet<>();
    private final LongAdder already = new LongAdder();

    /// A screen said 签到成功.
    void success(CheckedIn outcome) {
        var id = outcome.fact();
        var before = successes.put(id.kiosk() + "/" + id.epoch().hex() + "/" + id.seq(), outcome.member());
        if (before != null) {
            throw new IllegalStateException("one fact was shown as two successes: " + id);
        }
        told.add(outcome.member().value());
    }

    /// A screen said 您已签到.
    void already(MemberId member) {
        already.increment();
        told.add(member.value());
    }

    /// Facts behind every 签到成功, as kiosk/epoch/seq.
    Set<String> facts() {
        return Set.copyOf(successes.keySet());
    }

    /// Whoever saw 签到成功 or 您已签到.
    Set<String> members() {
        return Set.copyOf(told);
    }

    long alreadyTold() {
        return already.sum();
    }
}
