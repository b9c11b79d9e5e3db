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

/// Prints a slip on the ticket printer, if there is one, and says what became of it: without a printer, or without a
/// number for the job, the screen is enough (F-46). May be called from any thread; never fails.
public final class SlipPrinter {
    private static final Logger log = LoggerFactory.getLogger(SlipPrinter.class);

    private final Supplier<List<TicketPrinter>> printers;
    private final LongSupplier nextJob;
    private final Executor background;

    /// `nextJob` waits for the disk and is asked on `background`.
    public SlipPrinter(Supplier<List<TicketPrinter>> printers, LongSupplier nextJob, Executor background) {
        this.printers = printers;
        this.nextJob = nextJob;
        this.background = background;
    }

    public CompletableFuture<Handover> print(Supplier<TicketLayout> slip) {
        return CompletableFuture.completedFuture(slip)
                .thenComposeAsync(this::printed, background)
                .exceptionally(problem -> {
                    log.error("A slip could not be printed", problem);
                    return Handover.SHOWN;
                });
    }

    private CompletableFuture<Handover> printed(Supplier<TicketLayout> slip) {
        var printer = printers.get().stream().findFirst();
        if (printer.isEmpty()) {
            return CompletableFuture.completedFuture(Handover.SHOWN);
        }
        try {
            var job = new TicketJob(nextJob.getAsLong(), slip.get());
            return printer.get().print(job).thenApply(SlipPrinter::handover);
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
