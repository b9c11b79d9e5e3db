package cn.dangqun.kiosk.queue;

import cn.dangqun.devices.api.TicketPrinter;
import cn.dangqun.domain.queue.Handover;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Reserve, print, confirm (F-44): the number is a fact before the printer hears of it, and how it was handed over
/// is a fact after the printer answered. What a crash leaves between the two is in the queue without a handover;
/// staff see it, and only they print again.
final class PaperCounter implements TicketCounter {
    private final QueueDesk desk;
    private final SlipPrinter printer;
    private final TicketPaper paper;

    /// `nextJob` waits for the disk and is asked on `background`.
    public PaperCounter(
            QueueDesk desk,
            Supplier<List<TicketPrinter>> printers,
            LongSupplier nextJob,
            TicketPaper paper,
            Executor background) {
        this.desk = desk;
        this.printer = new SlipPrinter(printers, nextJob, background);
        this.paper = paper;
    }

    @Override
    public CompletableFuture<Handover> handOver(Slip slip, Optional<String> staff) {
        return printer.print(() -> paper.layout(slip))
                .thenCompose(
                        how -> desk.handedOver(slip.ticket().id(), how, staff).thenApply(_ -> how));
    }
}
