package cn.dangqun.kiosk.ui;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The JavaFX application thread as a [UiThread]; the only class that calls `Platform.runLater` (DESIGN §9). Waiting
/// costs no frames: delays are kept by a thread of its own, not by animations.
public final class FxThread implements UiThread, AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kiosk-timer").daemon().factory());

    /// Always later, also from the FX thread itself: so a fault of `task` reaches the thread's handler and is never
    /// kept by a future that nobody asks.
    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }

    /// Something is about to change: the clock of the frames, which rests while nothing does and takes a frame to go on
    /// again, goes on now. On the FX thread.
    public void wakeFrames() {
        Platform.requestNextPulse();
    }

    @Override
    public Pending after(Duration delay, Runnable task) {
        var delayed = new Delayed(task);
        delayed.timing = timer.schedule(() -> execute(delayed::run), delay.toMillis(), TimeUnit.MILLISECONDS);
        return delayed;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static final class Delayed implements Pending {
        private final Runnable task;
        private @Nullable ScheduledFuture<?> timing;
        private boolean cancelled;

        Delayed(Runnable task) {
            this.task = task;
        }

        /// The flag matters when the delay ended while the cancelling event was still being handled.
        void run() {
            if (!cancelled) {
                task.run();
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
            if (timing != null) {
                timing.cancel(false);
            }
        }
    }
}
