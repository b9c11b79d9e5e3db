package cn.dangqun.bench.farm.kiosk;

import cn.dangqun.domain.member.MemberId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What a kiosk shows, and who saw there that they are in. Thread-safe.
final class Screen {
    private final Witness witness;
    private final BlockingQueue<Shown> news = new LinkedBlockingQueue<>();
    private final Set<String> told = new ConcurrentSkipListSet<>();

    Screen(Witness witness) {
        this.witness = witness;
    }

    void show(Shown shown) {
        if (shown instanceof Shown.In(var fact, var member)) {
            witness.success(fact, member);
            told.add(member.value());
        }
        news.add(shown);
    }

    void clear() {
        news.clear();
    }

    /// Whether it says within `time` that this person is in.
    boolean welcomes(MemberId person, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            switch (news.poll(left, TimeUnit.NANOSECONDS)) {
                case Shown.In in
                when in.member().equals(person) -> {
                    return true;
                }
                case Shown.Already _ -> {
                    witness.already(person);
                    told.add(person.value());
                    return true;
                }
                case Shown.In _ -> {} // whoever stood here before, and went away too soon
                case null, default -> {
                    return false;
                }
            }
        }
        return false;
    }

    /// Waits for anything new at all.
    void await(Duration time) throws InterruptedException {
        var next = news.poll(time.toNanos(), TimeUnit.NANOSECONDS);
        if (next != null) {
            news.add(next);
        }
    }

    /// From now on.
    void beginNoting() {
        told.clear();
    }

    /// Whoever was told here since [#beginNoting] that they are in.
    Set<String> noted() {
        return Set.copyOf(told);
    }
}
