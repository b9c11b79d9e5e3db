package cn.dangqun.kiosk.scan;

import cn.dangqun.devices.api.Camera;
import cn.dangqun.devices.api.PictureShelf;
import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;
import java.util.concurrent.Executors;

/// 拍签到表. Who has a paper list to be kept says so in `tray`; `closing` ends what reads sticks.
public record ScanFeature(ScanTray tray, ScanDesk desk, Runnable closing) implements Feature {
    public static ScanFeature open(KioskParts parts) {
        var thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("scan").factory());
        var desk = new LedgerScanDesk(
                new LedgerScanDesk.Records(
                        parts.ledger(),
                        parts.reference(),
                        parts.ledgerClock(),
                        parts.settings().zone()),
                () -> parts.devices().running(Camera.class),
                () -> parts.devices().running(PictureShelf.class),
                thread);
        return new ScanFeature(new ScanTray(), desk, thread::shutdownNow);
    }

    @Override
    public Contribution screens(PlaceContext context) {
        return Contribution.of(new ScanPlace(new ScanViewModel(tray, desk, context.ui()), context.ways()));
    }

    @Override
    public void close() {
        closing.run();
    }
}
