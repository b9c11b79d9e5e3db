package cn.dangqun.devices.drivers.desk;

import cn.dangqun.devices.api.DeviceFault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/// Where numbered orders wait for the device's thread. Remembers the results of the last ones, so that no
/// number is ever carried out twice. Safe for use from several threads.
public final class NumberedDesk<J, R> {
    private static final int WAITING_MAX = 20;
    private static final int REMEMBERED = 512;

    private final ToLongFunction<J> number;
    private final OrderDesk<J, R> desk;
    private final LinkedHashMap<Long, CompletableFuture<R>> results = new LinkedHashMap<>();

    /// `refusal`: what an order that cannot be taken is answered.
    public NumberedDesk(ToLongFunction<J> number, BiFunction<J, DeviceFault, R> refusal) {
        this.number = number;
        this.desk = new OrderDesk<>(WAITING_MAX, refusal);
    }

    public synchronized CompletableFuture<R> submit(J job) {
        var known = results.get(number.applyAsLong(job));
        if (known != null) {
            return known.copy();
        }
        var result = desk.submit(job);
        results.put(number.applyAsLong(job), result);
        if (results.size() > REMEMBERED) {
            results.pollFirstEntry();
        }
        return result.copy();
    }

    public void open() {
        desk.open();
    }

    public void close(DeviceFault fault) {
        desk.close(fault);
    }

    public Optional<OrderDesk.Order<J, R>> next(Duration patience) throws InterruptedException {
        return desk.next(patience);
    }
}
