package cn.dangqun.kiosk.print;

import cn.dangqun.devices.api.DocumentResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Puts forms together and hands them to a device, on threads of its own. From any thread; never blocks.
public interface PrintDesk {
    /// By their configured names, in the order of the settings.
    List<String> printers();

    /// Completes normally, on any thread.
    CompletableFuture<Outcome> print(PaperOffer.Sheet sheet, String printer);

    sealed interface Outcome {
        /// The device has answered
        record Answered(DocumentResult result) implements Outcome {}

        /// The form could not be put together
        record NotMade() implements Outcome {}
    }
}
