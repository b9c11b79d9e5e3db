package cn.dangqun.kiosk.request;

import cn.dangqun.devices.api.TicketPrinter;
import cn.dangqun.kiosk.ledger.Projection;
import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.queue.TicketPress;
import cn.dangqun.kiosk.ui.Texts;
import java.util.List;
import java.util.concurrent.Executors;

/// 诉求. `closing` ends what prints and what forgets.
public record RequestFeature(RequestServices services, Runnable closing) implements Feature {
    public static List<Projection> projections() {
        return List.of(new RequestProjection());
    }

    public static RequestFeature open(KioskParts parts) {
        var zone = parts.settings().zone();
        var desk = new LedgerRequestDesk(parts.ledger(), parts.reference(), parts.ledgerClock(), zone);
        var worker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("requests").factory());
        var press = new TicketPress(() -> parts.devices().running(TicketPrinter.class), parts.printJobs(), worker);
        var paper = new ReceiptPaper(Texts.chinese(), parts.site(), zone);
        return new RequestFeature(
                new RequestServices(
                        desk,
                        new LedgerRequestWork(parts.ledger(), parts.reference(), parts.ledgerClock()),
                        receipt -> press.print(paper.layout(receipt))),
                worker::shutdownNow);
    }

    @Override
    public Contribution screens(PlaceContext context) {
        return Contribution.of(new RequestPlace(
                new RequestViewModel(
                        services,
                        context.ui(),
                        context.background(),
                        () -> context.ways().done(Ways.REQUESTS)),
                context.ways()));
    }

    @Override
    public void close() {
        closing.run();
    }
}
