package cn.dangqun.devices.drivers.desk;

import cn.dangqun.devices.api.DeviceFault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/// Orders for a device in the order they came. While closed every order is refused at once with the fault of the hour,
/// so that nobody waits for a device that is not there. Starts closed. Safe for use from several threads.
public final class OrderDesk<J, R> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<Order<J, R>> waiting = new ArrayDeque<>();
    private final int capacity;
    private final BiFunction<J, DeviceFault, R> refusal;
    private Optional<DeviceFault> closedBy =
            Optional.of(new DeviceFault(DeviceFault.Kind.NOT_FOUND, "the device has not been opened yet"));

    /// One order; the device's thread completes `result`.
    public record Order<J, R>(J job, CompletableFuture<R> result) {}

    /// `refusal`: what an order that cannot be taken is answered; BUSY when `capacity` orders wait already.
    public OrderDesk(int capacity, BiFunction<J, DeviceFault, R> refusal) {
        this.capacity = capacity;
        this.refusal = refusal;
    }

    /// The answer cannot be completed or cancelled from outside.
    public CompletableFuture<R> submit(J job) {
        var order = new Order<>(job, new CompletableFuture<R>());
        var refused = enqueue(order);
        refused.ifPresent(fault -> order.result().complete(refusal.apply(job, fault)));
        return order.result().copy();
    }

    private Optional<DeviceFault> enqueue(Order<J, R> order) {
        lock.lock();
        try {
            if (closedBy.isPresent()) {
                return closedBy;
            }
            if (waiting.size() >= capacity) {
                return Optional.of(new DeviceFault(DeviceFault.Kind.BUSY, capacity + " orders are waiting already"));
            }
            waiting.add(order);
            arrived.signal();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    public void open() {
        lock.lock();
        try {
            closedBy = Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /// Refuses all that wait and all that come until [#open].
    public void close(DeviceFault fault) {
        var refused = new ArrayDeque<Order<J, R>>();
        lock.lock();
        try {
            closedBy = Optional.of(fault);
            refused.addAll(waiting);
            waiting.clear();
        } finally {
            lock.unlock();
        }
        refused.forEach(order -> order.result().complete(refusal.apply(order.job(), fault)));
    }

    /// The first of those that wait and are `wanted`, before all that came earlier; empty when there is none.
    public Optional<Order<J, R>> poll(Predicate<J> wanted) {
        lock.lock();
        try {
            var found =
                    waiting.stream().filter(order -> wanted.test(order.job())).findFirst();
            found.ifPresent(waiting::remove);
            return found;
        } finally {
            lock.unlock();
        }
    }

    /// The next order, or empty when none came in time.
    public Optional<Order<J, R>> next(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (waiting.isEmpty() && left > 0) {
                left = arrived.awaitNanos(left);
            }
            return Optional.ofNullable(waiting.poll());
        } finally {
            lock.unlock();
        }
    }
}
