package cn.dangqun.kiosk.queue;

import cn.dangqun.devices.api.PrintResult;
import cn.dangqun.devices.api.TicketJob;
import cn.dangqun.devices.api.TicketLayout;
import cn.dangqun.devices.api.TicketPrinter;
import cn.dangqun.domain.queue.Handover;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts tickets and receipts on paper, where a printer is. `nextJob` waits for the disk and is asked on
/// `background`. May be called from any thread; futures never complete exceptionally.
public record TicketPress(Supplier<List<TicketPrinter>> printers, LongSupplier nextJob, Executor background) {
    private static final Logger log = LoggerFactory.getLogger(TicketPress.class);

    public CompletableFuture<Handover> print(TicketLayout layout) {
        return CompletableFuture.completedFuture(layout)
                .thenComposeAsync(this::send, background)
                .exceptionally(problem -> {
                    log.error("A ticket could not be printed", problem);
                    return Handover.SHOWN;
                });
    }

    /// Without a printer, or without a number for the job, the screen is enough.
    private CompletableFuture<Handover> send(TicketLayout layout) {
        var printer = printers.get().stream().findFirst();
        if (printer.isEmpty()) {
            return CompletableFuture.completedFuture(Handover.SHOWN);
        }
        try {
            return printer.get()
                    .print(new TicketJob(nextJob.getAsLong(), layout))
                    .thenApply(TicketPress::handover);
        } catch (UncheckedIOException e) {
            log.error("No number for the print job: {}", e.getMessage());
            return CompletableFuture.completedFuture(Handover.SHOWN);
        }
    }

    private static Handover handover(PrintResult result) {
        return switch (result) {
            case PrintResult.Printed _ -> Handover.PRINTED;
            case PrintResult.NotPrinted(var job, var fault) -> {
                log.warn("Ticket job {} was not printed: {}", job, fault);
                yield Handover.SHOWN;
            }
            case PrintResult.Unknown(var job, var fault) -> {
                log.warn("Nobody knows whether ticket job {} was printed: {}", job, fault);
                yield Handover.UNCERTAIN;
            }
        };
    }
}
