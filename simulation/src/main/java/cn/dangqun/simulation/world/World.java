package cn.dangqun.simulation.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/// Everything that happens, one thing after another, in a time of its own. What is asked to happen soon happens within
/// half a millisecond, drawn from the seed, so that each seed has other orders. For one thread.
public final class World {
    /// When every story begins.
    public static final Instant BEGINNING = Instant.parse("2026-12-06T16:00:00Z");

    private static final long SOON_NANOS = 500_000;

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    private final SplittableRandom chance;
    private final Trace trace = new Trace();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private long now;
    private long order;

    public World(long seed) {
        chance = new SplittableRandom(seed);
    }

    private record Event(long at, long order, Life life, Runnable deed) {}

    /// Nanoseconds since the beginning.
    public long now() {
        return now;
    }

    /// What a right clock shows.
    public Instant instant() {
        return BEGINNING.plusNanos(now);
    }

    public Trace trace() {
        return trace;
    }

    /// Below `bound`, from the seed.
    public long draw(long bound) {
        return chance.nextLong(bound);
    }

    /// Chance for somebody who draws on their own.
    public SplittableRandom split() {
        return chance.split();
    }

    /// Not at all if `life` has ended by then.
    public void at(long nanos, Life life, Runnable deed) {
        events.add(new Event(Math.max(nanos, now), order++, life, deed));
    }

    public void soon(Life life, Runnable deed) {
        at(now + draw(SOON_NANOS), life, deed);
    }

    /// When what happens now is over, whoever has died meanwhile.
    public void afterwards(Runnable deed) {
        afterwards.add(deed);
    }

    /// What a program should have seen to itself.
    public void broke(String what) {
        broken.add(what);
    }

    public List<String> broken() {
        return List.copyOf(broken);
    }

    /// Everything that happens until then.
    public void runUntil(long nanos) {
        for (var next = events.peek(); next != null && next.at <= nanos; next = events.peek()) {
            events.poll();
            now = next.at;
            if (next.life.isOn()) {
                happen(next);
            }
        }
        now = Math.max(now, nanos);
    }

    private void happen(Event event) {
        try {
            event.deed.run();
        } catch (RuntimeException | Error e) {
            if (event.life.isOn()) {
                broke(Broken.words(e));
            }
        }
        settle();
    }

    /// Whoever died is carried away.
    public void settle() {
        while (!afterwards.isEmpty()) {
            afterwards.removeFirst().run();
        }
    }
}
