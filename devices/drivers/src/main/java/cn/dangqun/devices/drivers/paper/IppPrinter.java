package cn.dangqun.devices.drivers.paper;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.DocumentJob;
import cn.dangqun.devices.api.DocumentPrinter;
import cn.dangqun.devices.api.DocumentResult;
import cn.dangqun.devices.drivers.desk.NumberedDesk;
import cn.dangqun.devices.drivers.desk.OrderDesk;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A printer behind a queue. A job is followed until the queue has printed it, is held up, or the patience
/// ends; the queue goes on without us. While the queue says that it cannot print, jobs are refused at once.
final class IppPrinter implements DocumentPrinter {
    private static final Logger log = LoggerFactory.getLogger(IppPrinter.class);
    private static final DeviceFault STOPPED = new DeviceFault(Kind.DISCONNECTED, "the printer was stopped");

    private final String name;
    private final IppQueue queue;
    private final Pace pace;
    private final NumberedDesk<DocumentJob, DocumentResult> desk =
            new NumberedDesk<>(DocumentJob::number, (job, fault) -> new DocumentResult.NotPrinted(job.number(), fault));
    private Optional<String> said = Optional.empty();

    /// How often the queue is asked while idle and while it prints, and how long a job is followed.
    record Pace(Duration idle, Duration printing, Duration patience) {}

    IppPrinter(String name, IppQueue queue, Pace pace) {
        this.name = name;
        this.queue = queue;
        this.pace = pace;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CompletableFuture<DocumentResult> print(DocumentJob job) {
        return desk.submit(job);
    }

    @Override
    public void run(DeviceListener listener) throws DeviceException, InterruptedException {
        var end = STOPPED;
        try {
            var status = checked();
            // whoever hears that it works may order at once
            desk.open();
            report(status, listener, true);
            while (true) {
                var order = desk.next(pace.idle());
                if (order.isPresent()) {
                    serve(order.get());
                }
                report(checked(), listener, false);
            }
        } catch (DeviceException e) {
            end = e.fault();
            throw e;
        } finally {
            desk.close(end);
        }
    }

    private QueueStatus checked() throws DeviceException {
        var status = queue.status();
        var fault = status.fault();
        if (fault.isPresent()) {
            throw new DeviceException(fault.get().kind(), fault.get().detail());
        }
        return status;
    }

    private void report(QueueStatus status, DeviceListener listener, boolean anew) {
        var now = status.attention();
        if (anew || !now.equals(said)) {
            said = now;
            now.ifPresentOrElse(listener::attention, listener::working);
        }
    }

    private void serve(OrderDesk.Order<DocumentJob, DocumentResult> order)
            throws DeviceException, InterruptedException {
        long number = order.job().number();
        DocumentResult result = new DocumentResult.NotPrinted(number, STOPPED);
        try {
            checked();
            // from here on the queue may have it, whatever goes wrong
            result = new DocumentResult.Unknown(number, STOPPED);
            result = followed(number, queue.print(order.job()));
        } catch (DeviceException e) {
            result = failed(result, e.fault());
            throw e;
        } finally {
            order.result().complete(result);
            log.info("print job {}: {}", number, result.getClass().getSimpleName());
        }
    }

    /// A queue that said no has nothing; one that said nothing may have it.
    private static DocumentResult failed(DocumentResult before, DeviceFault fault) {
        boolean saidNo = fault.kind() == Kind.NOT_FOUND || fault.kind() == Kind.REFUSED;
        return saidNo || before instanceof DocumentResult.NotPrinted
                ? new DocumentResult.NotPrinted(before.job(), fault)
                : new DocumentResult.Unknown(before.job(), fault);
    }

    private DocumentResult followed(long number, int id) throws InterruptedException {
        long end = System.nanoTime() + pace.patience().toNanos();
        var holdUp = Optional.<DeviceFault>empty();
        try {
            do {
                switch (queue.state(id)) {
                    case COMPLETED -> {
                        return new DocumentResult.Printed(number);
                    }
                    case ABORTED -> {
                        return notPrinted(number, "the queue gave the job up");
                    }
                    case CANCELLED -> {
                        return notPrinted(number, "somebody cancelled the job");
                    }
                    case GONE -> {
                        return new DocumentResult.Queued(number, Optional.empty());
                    }
                    case WAITING -> holdUp = queue.status().holdUp();
                }
                if (holdUp.isPresent()) {
                    return new DocumentResult.Queued(number, holdUp);
                }
                Thread.sleep(pace.printing());
            } while (System.nanoTime() < end);
        } catch (DeviceException e) {
            log.warn("print job {} is with the queue, which says no more: {}", number, e.getMessage());
        }
        return new DocumentResult.Queued(number, holdUp);
    }

    private static DocumentResult notPrinted(long number, String detail) {
        return new DocumentResult.NotPrinted(number, new DeviceFault(Kind.REFUSED, detail));
    }
}
