package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.PrintResult;
import cn.dangqun.devices.api.TicketJob;
import cn.dangqun.devices.drivers.desk.OrderDesk;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Where print jobs wait for the printer's thread. Remembers the results of the last jobs, so that no number is ever
/// printed twice. Safe for use from several threads.
final class PrintDesk {
    private static final int WAITING_MAX = 20;
    private static final int REMEMBERED = 512;

    private final OrderDesk<TicketJob, PrintResult> desk =
            new OrderDesk<>(WAITING_MAX, (job, fault) -> new PrintResult.NotPrinted(job.number(), fault));
    private final LinkedHashMap<Long, CompletableFuture<PrintResult>> results = new LinkedHashMap<>();

    synchronized CompletableFuture<PrintResult> submit(TicketJob job) {
        var known = results.get(job.number());
        if (known != null) {
            return known.copy();
        }
        var result = desk.submit(job);
        results.put(job.number(), result);
        if (results.size() > REMEMBERED) {
            results.pollFirstEntry();
        }
        return result.copy();
    }

    void open() {
        desk.open();
    }

    void close(DeviceFault fault) {
        desk.close(fault);
    }

    Optional<OrderDesk.Order<TicketJob, PrintResult>> next(Duration patience) throws InterruptedException {
        return desk.next(patience);
    }
}
