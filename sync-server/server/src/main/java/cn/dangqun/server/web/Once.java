package cn.dangqun.server.web;

import cn.dangqun.server.db.OneProcess;
import java.util.Optional;
import java.util.function.Supplier;

/// Something that is made when the first asks for it, and kept for all who ask afterwards. For any thread; who asks
/// while it is being made waits. What cannot be made is tried again by the next.
@OneProcess("Part of what browsers of this process see.")
final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private Optional<T> made = Optional.empty();

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        T value = made.orElseGet(maker);
        made = Optional.of(value);
        return value;
    }
}
