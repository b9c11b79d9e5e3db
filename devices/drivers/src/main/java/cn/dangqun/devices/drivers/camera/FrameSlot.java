package cn.dangqun.devices.drivers.camera;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;

/// Hands frames from the thread that reads them to the thread that looks at them. The newest wins: a frame nobody took
/// in time is overwritten. Three buffers at most, used again and again.
final class FrameSlot {
    private final int bytes;
    private final ArrayDeque<byte[]> free = new ArrayDeque<>();
    private Optional<byte[]> newest = Optional.empty();
    private boolean isEnded;

    FrameSlot(int bytes) {
        this.bytes = bytes;
    }

    /// A buffer to fill.
    synchronized byte[] spare() {
        return free.isEmpty() ? new byte[bytes] : free.pop();
    }

    synchronized void put(byte[] frame) {
        newest.ifPresent(free::push);
        newest = Optional.of(frame);
        notifyAll();
    }

    /// No frame will follow.
    synchronized void end() {
        isEnded = true;
        notifyAll();
    }

    synchronized boolean isEnded() {
        return isEnded;
    }

    /// The newest frame not yet taken; empty when none came in time, or none ever will.
    synchronized Optional<byte[]> take(Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (newest.isEmpty() && !isEnded) {
            var left = end - System.nanoTime();
            if (left <= 0) {
                return Optional.empty();
            }
            wait(left / 1_000_000 + 1);
        }
        var frame = newest;
        newest = Optional.empty();
        return frame;
    }

    /// Gives a taken frame back.
    synchronized void release(byte[] frame) {
        free.push(frame);
    }
}
