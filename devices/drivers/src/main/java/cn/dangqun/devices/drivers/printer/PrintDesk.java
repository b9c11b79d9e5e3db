package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.PrintResult;
import cn.dangqun.devices.api.TicketJob;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Where jobs wait for the printer's thread. While closed every job is refused with the fault of the hour, so that a
/// member learns at once that there is no ticket. Safe for use from several threads.
final class PrintDesk {
    private static final int WAITING_MAX = 20;
    private static final int REMEMBERED = 512;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<Order> waiting = new ArrayDeque<>();
    private final Map<Long, CompletableFuture<PrintResult>> results = new LinkedHashMap<>();
    private Optional<DeviceFault> closedBy =
            Optional.of(new DeviceFault(DeviceFault.Kind.NOT_FOUND, "the printer has not been opened yet"));

    record Order(TicketJob job, CompletableFuture<PrintResult> result) {}

    CompletableFuture<PrintResult> submit(TicketJob job) {
        lock.lock();
        try {
            var known = results.get(job.number());
            if (known != null) {
                return known.copy();
            }
            var result = new CompletableFuture<PrintResult>();
            remember(job.number(), result);
            if (closedBy.isPresent()) {
                result.complete(new PrintResult.NotPrinted(job.number(), closedBy.get()));
            } else if (waiting.size() >= WAITING_MAX) {
                var busy = new DeviceFault(DeviceFault.Kind.BUSY, WAITING_MAX + " jobs are waiting already");
                result.complete(new PrintResult.NotPrinted(job.number(), busy));
            } else {
                waiting.add(new Order(job, result));
                arrived.signal();
            }
            return result.copy();
        } finally {
            lock.unlock();
        }
    }

    void open() {
        lock.lock();
        try {
            closedBy = Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /// Refuses all that wait and all that come until [#open].
    void close(DeviceFault fault) {
        lock.lock();
        try {
            closedBy = Optional.of(fault);
            for (var order = waiting.poll(); order != null; order = waiting.poll()) {
                order.result().complete(new PrintResult.NotPrinted(order.job().number(), fault));
            }
        } finally {
            lock.unlock();
        }
    }

    /// The next order, or empty when none came in time.
    Optional<Order> next(Duration patience) throws InterruptedException {
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

    private void remember(long number, CompletableFuture<PrintResult> result) {
        results.put(number, result);
        if (results.size() > REMEMBERED) {
            var oldest = results.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
