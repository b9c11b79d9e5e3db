package cn.dangqun.kiosk.request;

import cn.dangqun.devices.api.TicketPrinter;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.Projection;
import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.queue.SlipPrinter;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.ui.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// 诉求. `closing` ends what prints and what forgets.
public record RequestFeature(RequestServices services, Runnable closing) implements Feature {
    private static final long FORGET_FIRST_MINUTES = 10;
    private static final long FORGET_MINUTES = 360;

    public static List<Projection> projections() {
        return List.of(new RequestProjection());
    }

    public static RequestFeature open(KioskParts parts) {
        var zone = parts.settings().zone();
        var worker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("requests").factory());
        var printer = new SlipPrinter(() -> parts.devices().running(TicketPrinter.class), parts.printJobs(), worker);
        var paper = new ReceiptPaper(Texts.chinese(), parts.site(), zone);
        var oblivion = new RequestOblivion(parts.ledger(), parts.reference());
        var _ = worker.scheduleWithFixedDelay(oblivion::forget, FORGET_FIRST_MINUTES, FORGET_MINUTES, TimeUnit.MINUTES);
        return new RequestFeature(
                services(
                        parts.ledger(),
                        parts.reference(),
                        parts.ledgerClock(),
                        zone,
                        receipt -> printer.print(() -> paper.layout(receipt))),
                worker::shutdownNow);
    }

    /// Over a ledger and what the street sent, without screens.
    public static RequestServices services(
            Ledger ledger,
            ReferenceStore reference,
            KioskClock clock,
            ZoneId zone,
            Function<Receipt, CompletableFuture<Handover>> paper) {
        return new RequestServices(
                new LedgerRequestDesk(ledger, reference, clock, zone),
                new LedgerRequestWork(ledger, reference, clock),
                paper);
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
