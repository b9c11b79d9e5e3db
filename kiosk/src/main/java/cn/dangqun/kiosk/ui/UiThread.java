package cn.dangqun.kiosk.ui;

import java.time.Duration;
import java.util.concurrent.Executor;

/// The thread that owns the screens. View models talk to it instead of the toolkit, so that they can be tested without
/// one. Tasks never run concurrently.
public interface UiThread extends Executor {
    /// Runs `task` here once, after `delay`. Call [Pending#cancel] from this thread only.
    Pending after(Duration delay, Runnable task);

    /// A task that waits for its time. Once cancelled it never runs.
    interface Pending {
        void cancel();
    }
}
