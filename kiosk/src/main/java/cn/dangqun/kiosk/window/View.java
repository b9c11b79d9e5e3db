package cn.dangqun.kiosk.window;

import cn.dangqun.kiosk.queue.QueueToday;
import java.util.Optional;

/// A part of a page that follows the queue. Called on the worker.
@FunctionalInterface
interface View {
    /// `today` is empty while the disk cannot be read. Empty when nobody may look any more.
    Optional<String> of(Optional<QueueToday> today);
}
