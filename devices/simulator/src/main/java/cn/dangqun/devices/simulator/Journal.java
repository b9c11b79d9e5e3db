package cn.dangqun.devices.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// What a simulated device was last asked to do, oldest first, a hundred at most. Safe from any thread.
final class Journal<T> {
    private static final int LENGTH = 100;

    private final Deque<T> entries = new ArrayDeque<>();

    synchronized void add(T entry) {
        if (entries.size() == LENGTH) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    synchronized List<T> entries() {
        return new ArrayList<>(entries);
    }
}
