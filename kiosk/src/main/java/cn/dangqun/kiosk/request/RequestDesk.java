package cn.dangqun.kiosk.request;

import cn.dangqun.domain.request.ReceiptNumber;
import java.util.concurrent.CompletableFuture;

/// Files requests and says how they stand. May be called from any thread. Futures never complete exceptionally.
public interface RequestDesk {
    /// What can be filed here now; from memory.
    RequestOffer offer();

    /// On the disk before it is answered.
    CompletableFuture<FileOutcome> file(Wish wish);

    /// Reads the disk. Whoever asks for numbers that nobody has is slowed down.
    StatusAnswer status(ReceiptNumber number);

    /// 满意度, once for each request and only after it was closed. `stars`: 1 to 5
    CompletableFuture<RateOutcome> rate(ReceiptNumber number, int stars);
}
