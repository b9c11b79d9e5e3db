package cn.dangqun.kiosk.request;

import cn.dangqun.domain.queue.Handover;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// All that the screens of requests and the windows need. `paper` brings a receipt to the printer and says what
/// came of it.
public record RequestServices(
        RequestDesk desk, RequestWork work, Function<Receipt, CompletableFuture<Handover>> paper) {}
