package cn.dangqun.devices.drivers.resident;

import java.util.Arrays;
import java.util.Optional;

/// Finds answers in a stream of bytes that may begin anywhere and be damaged anywhere. Whatever is not a whole frame
/// with a right checksum is skipped one byte at a time, so a good frame behind noise is never lost. Holds at most one
/// frame of the greatest length; wipes what it has handed out. For one thread.
final class SamFrameDecoder {
    private static final int STATUS_BYTES = 3;
    private static final int SHORTEST = STATUS_BYTES + 1;

    private final byte[] buffer = new byte[SamFrame.HEADER + SamFrame.MAX_BODY_AND_CHECKSUM];
    private int end;

    /// How many more bytes [#feed] takes now; at least 1 after [#next] has answered empty.
    int room() {
        return buffer.length - end;
    }

    void feed(byte[] bytes, int offset, int length) {
        System.arraycopy(bytes, offset, buffer, end, length);
        end += length;
    }

    /// The next whole answer, or empty when more bytes are needed.
    Optional<SamReply> next() {
        while (end > 0) {
            int frame = frameLength();
            if (frame == 0) {
                return Optional.empty();
            }
            if (frame > 0) {
                var reply = reply(frame);
                drop(frame);
                return Optional.of(reply);
            }
            drop(1);
        }
        return Optional.empty();
    }

    /// Length of the good frame at the start; 0 when that is not known yet, -1 when there is none.
    private int frameLength() {
        if (!SamFrame.couldBegin(buffer, 0, end)) {
            return -1;
        }
        if (end < SamFrame.HEADER) {
            return 0;
        }
        int length = SamFrame.length(buffer, 0);
        if (length < SHORTEST || length > SamFrame.MAX_BODY_AND_CHECKSUM) {
            return -1;
        }
        int frame = SamFrame.HEADER + length;
        if (end < frame) {
            return 0;
        }
        return SamFrame.checksum(buffer, 0, frame) == buffer[frame - 1] ? frame : -1;
    }

    private SamReply reply(int frame) {
        int body = SamFrame.HEADER;
        return new SamReply(
                SamStatus.of(buffer[body + STATUS_BYTES - 1]),
                Arrays.copyOfRange(buffer, body + STATUS_BYTES, frame - 1));
    }

    private void drop(int count) {
        System.arraycopy(buffer, count, buffer, 0, end - count);
        Arrays.fill(buffer, end - count, end, (byte) 0);
        end -= count;
    }

    /// Forgets everything.
    void reset() {
        drop(end);
    }
}
