package cn.dangqun.kiosk.queue;

import cn.dangqun.devices.api.PrintResult;
import cn.dangqun.devices.api.TicketJob;
import cn.dangqun.devices.api.TicketPrinter;
import cn.dangqun.domain.queue.Handover;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reserve, print, confirm (F-44): the number is a fact before the printer hears of it, and how it was handed over
/// is a fact after the printer answered. What a crash leaves between the two is in the queue without a handover;
/// staff see it, and only they print again.
final class PaperCounter implements TicketCounter {
    private static final Logger log = LoggerFactory.getLogger(PaperCounter.class);

    private final QueueDesk desk;
    private final Supplier<List<TicketPrinter>> printers;
    private final LongSupplier nextJob;
    private final TicketPaper paper;
    private final Executor background;

    /// `nextJob` waits for the disk and is asked on `background`.
    public PaperCounter(
            QueueDesk desk,
            Supplier<List<TicketPrinter>> printers,
            LongSupplier nextJob,
            TicketPaper paper,
            Executor background) {
        this.desk = desk;
        this.printers = printers;
        this.nextJob = nextJob;
        this.paper = paper;
        this.background = background;
    }

    @Override
    public CompletableFuture<Handover> handOver(Slip slip, Optional<String> staff) {
        return CompletableFuture.completedFuture(slip)
                .thenComposeAsync(this::print, background)
                .exceptionally(problem -> {
                    log.error("A ticket could not be printed", problem);
                    return Handover.SHOWN;
                })
                .thenCompose(
                        how -> desk.handedOver(slip.ticket().id(), how, staff).thenApply(_ -> how));
    }

    /// Without a printer, or without a number for the job, the screen is enough.
    private CompletableFuture<Handover> print(Slip slip) {
        var printer = printers.get().stream().findFirst();
        if (printer.isEmpty()) {
            return CompletableFuture.completedFuture(Handover.SHOWN);
        }
        try {
            var job = new TicketJob(nextJob.getAsLong(), paper.layout(slip));
            return printer.get().print(job).thenApply(PaperCounter::handover);
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
