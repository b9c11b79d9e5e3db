package cn.dangqun.kiosk.sync;

import java.util.function.Consumer;

/// Publishes the [SyncStatus]. `status` may be called from any thread; listeners run on the thread that changed it and
/// hand over at once.
public interface SyncMonitor {
    SyncStatus status();

    void onChange(Consumer<SyncStatus> listener);
}
