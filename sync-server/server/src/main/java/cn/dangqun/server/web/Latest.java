package cn.dangqun.server.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// A map that keeps what was asked for last, at most so many. Guarded by its owner, for reading too.
public final class Latest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int most;
    private final transient Consumer<V> gone;

    public Latest(int most) {
        this(most, value -> {});
    }

    /// `gone` hears of what is kept no longer.
    Latest(int most, Consumer<V> gone) {
        super(most, 0.75f, true);
        this.most = most;
        this.gone = gone;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        if (size() <= most) {
            return false;
        }
        gone.accept(eldest.getValue());
        return true;
    }
}
