package cn.dangqun.kiosk.queue;

import cn.dangqun.devices.api.TicketPrinter;
import cn.dangqun.domain.queue.Handover;
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
    private final TicketPress press;
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
        this.press = new TicketPress(printers, nextJob, background);
        this.paper = paper;
        this.background = background;
    }

    @Override
    public CompletableFuture<Handover> handOver(Slip slip, Optional<String> staff) {
        return CompletableFuture.completedFuture(slip)
                .thenComposeAsync(each -> press.print(paper.layout(each)), background)
                .exceptionally(problem -> {
                    log.error("A ticket could not be laid out", problem);
                    return Handover.SHOWN;
                })
                .thenCompose(
                        how -> desk.handedOver(slip.ticket().id(), how, staff).thenApply(_ -> how));
    }
}
