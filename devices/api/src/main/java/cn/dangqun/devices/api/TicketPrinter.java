package cn.dangqun.devices.api;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Prints tickets and receipts. Nothing is ever printed again by itself: what to do about a [PrintResult.Unknown] is a
/// person's decision (F-46).
public interface TicketPrinter extends Device {
    /// Hands a job to the printer's thread and returns at once; callable from any thread. The future always completes,
    /// normally, with one of the three results. A job number seen before is answered with its first result.
    CompletableFuture<PrintResult> print(TicketJob job);

    /// What it was found to answer, as its option `answers` would say it, so that its settings can; empty when the
    /// settings say as much. From any thread.
    default Optional<String> found() {
        return Optional.empty();
    }

    @Override
    default DeviceKind kind() {
        return DeviceKind.TICKET_PRINTER;
    }
}
