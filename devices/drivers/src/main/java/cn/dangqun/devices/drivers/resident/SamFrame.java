package cn.dangqun.devices.drivers.resident;

/// The frame of the SAM-V protocol: `AA AA AA 96 69`, 16-bit big-endian length of body and checksum, body, checksum;
/// the checksum is the exclusive or of everything after the preamble.
final class SamFrame {
    static final int HEADER = 7;
    static final int MAX_BODY_AND_CHECKSUM = 4096;
    private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};

    private SamFrame() {}

    static byte[] of(byte[] body) {
        int length = body.length + 1;
        var frame = new byte[HEADER + length];
        System.arraycopy(PREAMBLE, 0, frame, 0, PREAMBLE.length);
        frame[5] = (byte) (length >> 8);
        frame[6] = (byte) length;
        System.arraycopy(body, 0, frame, HEADER, body.length);
        frame[frame.length - 1] = checksum(frame, 0, frame.length);
        return frame;
    }

    /// True when `bytes` from `at` could begin a frame, as far as they go.
    static boolean couldBegin(byte[] bytes, int at, int end) {
        for (int i = 0; i < PREAMBLE.length && at + i < end; i++) {
            if (bytes[at + i] != PREAMBLE[i]) {
                return false;
            }
        }
        return true;
    }

    /// Length of body and checksum, once the header is complete.
    static int length(byte[] bytes, int at) {
        return ((bytes[at + 5] & 0xFF) << 8) | (bytes[at + 6] & 0xFF);
    }

    /// Over the frame of `length` bytes at `at`, without its last byte.
    static byte checksum(byte[] bytes, int at, int length) {
        byte sum = 0;
        for (int i = at + PREAMBLE.length; i < at + length - 1; i++) {
            sum ^= bytes[i];
        }
        return sum;
    }
}
