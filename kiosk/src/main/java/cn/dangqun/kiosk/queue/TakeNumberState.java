package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.QueueRules;
import cn.dangqun.domain.queue.ServiceItem;
import java.time.LocalDateTime;
import java.util.Optional;

/// What 取号办事 shows.
sealed interface TakeNumberState {
    record Loading() implements TakeNumberState {}

    /// Which service? Never empty.
    record Choosing(QueueToday today) implements TakeNumberState {}

    /// The street has set up no services or windows here.
    record NothingOffered() implements TakeNumberState {}

    /// The disk could not be read.
    record Unreadable() implements TakeNumberState {}

    /// What it needs, and ordinary or with priority (F-51)?
    record Asking(ServiceItem service, int waiting, QueueRules rules) implements TakeNumberState {}

    record Working() implements TakeNumberState {}

    /// The number is on the disk. `handover` is empty while the printer works; `code` is what a telephone reads.
    record Given(Slip slip, String code, Optional<Handover> handover) implements TakeNumberState {}

    record Closed(String service, LocalDateTime opens, Optional<String> reason) implements TakeNumberState {}

    record Full(String service) implements TakeNumberState {}

    record NotSaved() implements TakeNumberState {}

    record Sealed() implements TakeNumberState {}
}
