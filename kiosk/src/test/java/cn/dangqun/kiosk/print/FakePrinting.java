package cn.dangqun.kiosk.print;

import cn.dangqun.devices.api.DocumentResult;
import cn.dangqun.kiosk.place.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Printers that say what the test wants, and note what was ordered.
public final class FakePrinting implements PrintDesk {
    public List<String> printers = List.of();
    public final List<String> ordered = new ArrayList<>();
    public final PaperTray tray = new PaperTray();
    Outcome outcome = new Outcome.NotMade();
    boolean slow;
    final List<CompletableFuture<Outcome>> pending = new ArrayList<>();

    public FakePrinting() {
        reset();
    }

    public void reset() {
        printers = List.of("办公室打印机", "U盘");
        ordered.clear();
        outcome = new Outcome.Answered(new DocumentResult.Printed(5));
        slow = false;
        pending.clear();
    }

    public Feature feature() {
        return new PrintFeature(tray, this, () -> {});
    }

    @Override
    public List<String> printers() {
        return printers;
    }

    @Override
    public CompletableFuture<Outcome> print(PaperOffer.Sheet sheet, String printer) {
        ordered.add(sheet.name() + " to " + printer);
        if (slow) {
            var later = new CompletableFuture<Outcome>();
            pending.add(later);
            return later;
        }
        return CompletableFuture.completedFuture(outcome);
    }
}
