package cn.dangqun.kiosk.centre;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// A message behind its length.
final class Frames {
    /// More than all numbers of the fullest day.
    static final int MOST = 4 * 1024 * 1024;

    private Frames() {}

    static void write(DataOutputStream out, byte[] message) throws IOException {
        var framed = new byte[Integer.BYTES + message.length];
        java.nio.ByteBuffer.wrap(framed).putInt(message.length).put(message);
        out.write(framed);
        out.flush();
    }

    /// @throws IOException when the line ends, or says something else
    static byte[] read(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("a message of " + length + " bytes");
        }
        var message = new byte[length];
        in.readFully(message);
        return message;
    }
}
