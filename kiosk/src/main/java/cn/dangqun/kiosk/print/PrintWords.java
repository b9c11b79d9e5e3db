package cn.dangqun.kiosk.print;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DocumentResult;
import cn.dangqun.kiosk.print.PrintState.Telling;
import cn.dangqun.kiosk.ui.Texts;
import java.util.Optional;

/// The words for what came of an order, and the colour they stand in.
record PrintWords(Texts texts) {
    /// A style of the theme.
    record Said(String words, String colour) {}

    Optional<Said> said(Telling telling) {
        return switch (telling) {
            case Telling.Nothing _ -> Optional.empty();
            case Telling.Working(var printer) -> Optional.of(new Said(texts.get("print.working", printer), "ink"));
            case Telling.Came(var printer, var outcome) -> Optional.of(said(printer, outcome));
        };
    }

    private Said said(String printer, PrintDesk.Outcome outcome) {
        return switch (outcome) {
            case PrintDesk.Outcome.NotMade _ -> new Said(texts.get("print.notMade"), "amber");
            case PrintDesk.Outcome.Answered(var result) -> said(printer, result);
        };
    }

    private Said said(String printer, DocumentResult result) {
        return switch (result) {
            case DocumentResult.Printed _ -> new Said(texts.get("print.printed", printer), "green");
            case DocumentResult.Saved saved -> new Said(texts.get("print.saved", printer, saved.file()), "green");
            case DocumentResult.Queued queued ->
                queued.holdUp()
                        .map(fault -> new Said(held(printer, fault), "amber"))
                        .orElseGet(() -> new Said(texts.get("print.queued", printer), "green"));
            case DocumentResult.NotPrinted not -> new Said(refused(printer, not.fault()), "amber");
            case DocumentResult.Unknown _ -> new Said(texts.get("print.unknown", printer), "amber");
        };
    }

    /// It goes on by itself: nobody should order it again.
    private String held(String printer, DeviceFault fault) {
        return texts.get("print.held", printer, why(fault));
    }

    private String refused(String printer, DeviceFault fault) {
        return texts.get("print.refused", printer, why(fault));
    }

    private String why(DeviceFault fault) {
        return switch (fault.kind()) {
            case NOT_FOUND, DISCONNECTED -> texts.get("print.why.gone");
            case PAPER_OUT -> texts.get("print.why.paper");
            case COVER_OPEN -> texts.get("print.why.cover");
            case FULL -> texts.get("print.why.full");
            case BUSY -> texts.get("print.why.busy");
            case NO_ANSWER -> texts.get("print.why.silent");
            case REFUSED -> texts.get("print.why.refused");
            case GARBLED,
                    MISCONFIGURED,
                    DRIVER_ERROR,
                    CARD_MOVED,
                    CARD_WITHOUT_IDENTITY,
                    CARD_UNSUPPORTED,
                    CARD_EXPIRED,
                    CARD_INVALID -> texts.get("print.why.other");
        };
    }
}
