package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.transport.ByteTransport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/// A line whose other end sends given bytes after each thing written; mute when they run out.
final class ScriptedLine implements ByteTransport {
    private final ArrayDeque<byte[]> replies;
    private final ArrayDeque<Byte> arrived = new ArrayDeque<>();
    private boolean babbles;
    private int writesUntilLost = Integer.MAX_VALUE;

    ScriptedLine(List<byte[]> replies) {
        this.replies = new ArrayDeque<>(replies);
    }

    /// Answers so many questions as an idle printer does, then none.
    static ScriptedLine idleFor(int questions) {
        var idle = new byte[questions][];
        Arrays.fill(idle, new byte[] {0x12});
        return new ScriptedLine(List.of(idle));
    }

    ScriptedLine lostAfter(int writes) {
        writesUntilLost = writes;
        return this;
    }

    /// Sends idle answers for ever.
    ScriptedLine babbling() {
        babbles = true;
        return this;
    }

    void send(byte[] unasked) {
        for (byte octet : unasked) {
            arrived.add(octet);
        }
    }

    @Override
    public int read(byte[] buffer, Duration patience) {
        if (!babbles && arrived.isEmpty()) {
            return 0;
        }
        buffer[0] = babbles ? 0x12 : arrived.remove();
        return 1;
    }

    @Override
    public void write(byte[] bytes, Duration patience) throws DeviceException {
        if (writesUntilLost-- <= 0) {
            throw new DeviceException(Kind.DISCONNECTED, "lost by the script");
        }
        boolean isQuestion = bytes.length == 3 && (bytes[0] == 0x10 || bytes[0] == 0x1D);
        if (isQuestion && !replies.isEmpty()) {
            send(replies.remove());
        }
    }

    @Override
    public void close() {
        arrived.clear();
    }
}
