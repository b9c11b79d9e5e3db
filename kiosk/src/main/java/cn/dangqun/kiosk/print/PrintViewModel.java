package cn.dangqun.kiosk.print;

import cn.dangqun.kiosk.print.PaperOffer.Sheet;
import cn.dangqun.kiosk.print.PrintState.Choosing;
import cn.dangqun.kiosk.print.PrintState.Telling;
import cn.dangqun.kiosk.ui.UiThread;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// 打印: which form, where to, and what came of it. One order at a time; who goes away meanwhile hears of it on
/// coming back. UI thread.
final class PrintViewModel {
    private final PaperTray tray;
    private final PrintDesk desk;
    private final UiThread ui;
    private final ReadOnlyObjectWrapper<PrintState> state = new ReadOnlyObjectWrapper<>(new PrintState.Empty());
    private Telling telling = new Telling.Nothing();
    private @Nullable PaperOffer last;

    PrintViewModel(PaperTray tray, PrintDesk desk, UiThread ui) {
        this.tray = tray;
        this.desk = desk;
        this.ui = ui;
    }

    ReadOnlyObjectProperty<PrintState> state() {
        return state.getReadOnlyProperty();
    }

    /// Somebody comes, perhaps back from where a tap led.
    void open() {
        var offer = tray.offer();
        if (offer.isEmpty()) {
            state.set(new PrintState.Empty());
            return;
        }
        if (!offer.get().equals(last) && !(telling instanceof Telling.Working)) {
            telling = new Telling.Nothing();
        }
        last = offer.get();
        var printers = desk.printers();
        var first = printers.stream().findFirst();
        state.set(new Choosing(offer.get(), offer.get().sheets().getFirst(), printers, first, telling));
    }

    /// Nothing of it is left on the screen.
    void shut() {
        state.set(new PrintState.Empty());
    }

    void choose(Sheet sheet) {
        if (state.get() instanceof Choosing now) {
            state.set(new Choosing(now.offer(), sheet, now.printers(), now.printer(), now.telling()));
        }
    }

    void choose(String printer) {
        if (state.get() instanceof Choosing now) {
            state.set(new Choosing(now.offer(), now.sheet(), now.printers(), Optional.of(printer), now.telling()));
        }
    }

    boolean isBusy() {
        return telling instanceof Telling.Working;
    }

    void print() {
        if (state.get() instanceof Choosing now && now.printer().isPresent() && !isBusy()) {
            var printer = now.printer().get();
            tell(new Telling.Working(printer));
            var _ = desk.print(now.sheet(), printer)
                    .thenAccept(outcome -> ui.execute(() -> tell(new Telling.Came(printer, outcome))));
        }
    }

    private void tell(Telling told) {
        telling = told;
        if (state.get() instanceof Choosing now) {
            state.set(new Choosing(now.offer(), now.sheet(), now.printers(), now.printer(), told));
        }
    }
}
