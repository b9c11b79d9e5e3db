package cn.dangqun.server.web;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Tells open live views to look again. [#changed()] never blocks and may be called from the ledger's writer thread.
public final class Broadcast {
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();

    public void changed() {
        listeners.forEach(Runnable::run);
    }

    void add(Runnable listener) {
        listeners.add(listener);
    }

    void remove(Runnable listener) {
        listeners.remove(listener);
    }
}
