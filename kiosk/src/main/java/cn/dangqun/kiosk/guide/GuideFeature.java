package cn.dangqun.kiosk.guide;

import cn.dangqun.devices.api.TicketPrinter;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;
import cn.dangqun.kiosk.queue.SlipPrinter;
import cn.dangqun.kiosk.ui.Texts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// 办事指南. `printer` brings a page onto paper; `closing` ends it.
public record GuideFeature(GuideDesk desk, Function<ServiceItem, CompletableFuture<Handover>> printer, Runnable closing)
        implements Feature {
    public static GuideFeature open(KioskParts parts) {
        var reference = parts.reference();
        var worker = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("printing-guide").factory());
        var printer = new SlipPrinter(() -> parts.devices().running(TicketPrinter.class), parts.printJobs(), worker);
        var paper = new GuidePaper(Texts.chinese(), parts.site());
        return new GuideFeature(
                () -> GuideDesk.of(reference.index()),
                service -> printer.print(() -> paper.layout(service)),
                worker::shutdown);
    }

    @Override
    public Contribution screens(PlaceContext context) {
        return Contribution.of(
                new GuidePlace(new GuideViewModel(desk, printer, context.ui(), context.background()), context.ways()));
    }

    @Override
    public void close() {
        closing.run();
    }
}
