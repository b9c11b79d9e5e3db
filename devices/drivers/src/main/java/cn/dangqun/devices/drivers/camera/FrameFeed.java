package cn.dangqun.devices.drivers.camera;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A running camera process and the frames it writes to its standard output. Closing it kills the process and all it
/// started, also one that was stopped or hangs.
final class FrameFeed implements AutoCloseable {
    private static final Duration BURIAL = Duration.ofSeconds(1);

    private final Process process;
    private final FrameSlot slot;
    private final LastWords lastWords;

    private FrameFeed(Process process, FrameShape shape) {
        this.process = process;
        this.slot = new FrameSlot(shape.grayBytes());
        this.lastWords = new LastWords(process.getErrorStream());
        start("camera-frames", new FramePump(process.getInputStream(), shape, slot));
        start("camera-errors", lastWords);
    }

    /// @throws DeviceException with MISCONFIGURED when there is no such program
    static FrameFeed start(List<String> command, FrameShape shape) throws DeviceException {
        try {
            var process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            return new FrameFeed(process, shape);
        } catch (IOException e) {
            throw new DeviceException(Kind.MISCONFIGURED, command.getFirst() + " does not run", e);
        }
    }

    /// Waits for the next frame; give it back with [#release].
    ///
    /// @throws DeviceException NO_ANSWER when none comes in time, DISCONNECTED when the process ended
    byte[] next(Duration patience) throws DeviceException, InterruptedException {
        Optional<byte[]> frame = slot.take(patience);
        if (frame.isPresent()) {
            return frame.get();
        }
        if (slot.isEnded()) {
            process.waitFor(BURIAL.toMillis(), TimeUnit.MILLISECONDS);
            var exit = process.isAlive() ? "closed its output" : "ended with " + process.exitValue();
            throw new DeviceException(Kind.DISCONNECTED, "the camera process " + exit + ": " + lastWords.text());
        }
        throw new DeviceException(Kind.NO_ANSWER, "no frame for " + patience.toMillis() + " ms");
    }

    void release(byte[] frame) {
        slot.release(frame);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void start(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }
}
