package cn.dangqun.devices.drivers.camera;

import cn.dangqun.devices.drivers.qr.CodeReader;
import cn.dangqun.devices.drivers.qr.Effort;
import cn.dangqun.devices.drivers.qr.GrayImage;
import java.util.ArrayDeque;
import java.util.Optional;

/// Reads codes from a run of frames. A text counts when two of the last three frames agree on it, for single frames
/// of a moving hand may lie. Every third frame without a code is looked at more closely, and so is what follows a
/// code that only the closer look found. For one thread.
final class FrameReader {
    private static final int FRAMES = 3;

    private final CodeReader reader = new CodeReader();
    private final ArrayDeque<Optional<String>> last = new ArrayDeque<>();
    private Effort effort = Effort.GLANCE;
    private int misses;

    /// The text that this frame confirms.
    Optional<String> see(GrayImage frame) {
        var text = reader.read(frame, effort);
        if (text.isEmpty()) {
            misses++;
            effort = misses % FRAMES == FRAMES - 1 ? Effort.LOOK : Effort.GLANCE;
        } else {
            misses = 0;
        }
        var isAgreed = text.isPresent() && last.contains(text);
        last.addLast(text);
        if (last.size() == FRAMES) {
            last.removeFirst();
        }
        return isAgreed ? text : Optional.empty();
    }
}
