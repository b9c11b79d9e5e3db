package cn.dangqun.kiosk.print;

import cn.dangqun.kiosk.print.PaperOffer.Sheet;
import java.util.List;
import java.util.Optional;

/// What stands on the screen of 打印.
sealed interface PrintState {
    /// Nothing was offered.
    record Empty() implements PrintState {}

    /// What and where to; both are chosen already, and can be changed. `printer` is empty when the kiosk has none.
    record Choosing(PaperOffer offer, Sheet sheet, List<String> printers, Optional<String> printer, Telling telling)
            implements PrintState {
        public Choosing {
            printers = List.copyOf(printers);
        }
    }

    sealed interface Telling {
        record Nothing() implements Telling {}

        /// In the background; nobody has to wait.
        record Working(String printer) implements Telling {}

        /// What came of the last order.
        record Came(String printer, PrintDesk.Outcome outcome) implements Telling {}
    }
}
