package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.Handover;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Brings a taken number into its person's hands and records how. May be called from any thread. The future completes
/// after the record, with what the screen shall say; never exceptionally.
public interface TicketCounter {
    /// `staff`: who prints it once more; nobody else may (F-46).
    CompletableFuture<Handover> handOver(Slip slip, Optional<String> staff);
}
