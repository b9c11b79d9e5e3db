package cn.dangqun.kiosk.queue;

/// Today's queue at this kiosk, read from disk. Call from a background thread.
public interface QueueBoard {
    QueueToday today();
}
