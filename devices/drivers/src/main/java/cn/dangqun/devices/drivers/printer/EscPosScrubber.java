package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.recording.Scrubber;
import java.util.Arrays;

/// Leaves the commands and what the printer answers, and blanks the tickets. What is not known to be without a ticket
/// is blanked too, and so is an answer so long that it may be the echo of one.
final class EscPosScrubber implements Scrubber {
    private static final int LONGEST_ANSWER = 64;

    @Override
    public byte[] received(byte[] bytes) {
        return blanked(bytes, LONGEST_ANSWER);
    }

    @Override
    public byte[] sent(byte[] command) {
        return blanked(command, EscPos.lengthWithoutPicture(command));
    }

    private static byte[] blanked(byte[] bytes, int kept) {
        return Arrays.copyOf(Arrays.copyOf(bytes, Math.min(kept, bytes.length)), bytes.length);
    }
}
