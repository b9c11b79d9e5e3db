package cn.dangqun.devices.drivers.camera;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Reads whole frames from a stream into a slot until the stream ends; a frame cut short is dropped.
record FramePump(InputStream stream, FrameShape shape, FrameSlot slot) implements Runnable {
    @Override
    public void run() {
        try {
            while (true) {
                var frame = slot.spare();
                if (stream.readNBytes(frame, 0, frame.length) < frame.length) {
                    return;
                }
                slot.put(frame);
                stream.skipNBytes(shape.skippedBytes());
            }
        } catch (EOFException e) {
            return; // within the colours: the end like any other
        } catch (IOException e) {
            return; // the process was killed: its death is reported by whoever waits for frames
        } finally {
            slot.end();
        }
    }
}
