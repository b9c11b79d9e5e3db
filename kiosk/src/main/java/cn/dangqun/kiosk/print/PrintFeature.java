package cn.dangqun.kiosk.print;

import cn.dangqun.devices.api.DocumentPrinter;
import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;
import cn.dangqun.papers.Papers;
import java.util.concurrent.Executors;

/// 打印. Features that have something to print put it into `tray`; `closing` ends what lays out.
public record PrintFeature(PaperTray tray, PrintDesk desk, Runnable closing) implements Feature {
    public static PrintFeature open(KioskParts parts) {
        var thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("paper").factory());
        var desk = new DevicePrintDesk(
                () -> parts.devices().running(DocumentPrinter.class),
                Papers.withDebiansFont(),
                parts.printJobs(),
                thread);
        return new PrintFeature(new PaperTray(), desk, thread::shutdown);
    }

    @Override
    public Contribution screens(PlaceContext context) {
        return Contribution.of(new PrintPlace(new PrintViewModel(tray, desk, context.ui()), context.ways()));
    }

    @Override
    public void close() {
        closing.run();
    }
}
