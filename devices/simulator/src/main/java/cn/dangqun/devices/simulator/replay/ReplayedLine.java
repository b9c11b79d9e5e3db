package cn.dangqun.devices.simulator.replay;

import cn.dangqun.devices.recording.SessionStep;
import cn.dangqun.devices.transport.ByteTransport;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// A recorded line, without its pauses: silence is read as nothing, at once. A driver that sends something else than
/// was sent then fails with IllegalStateException; at its end the line breaks.
public final class ReplayedLine implements ByteTransport {
    private final List<SessionStep> steps;
    private int at;
    private byte[] pending = {};

    public ReplayedLine(List<SessionStep> steps) {
        this.steps = List.copyOf(steps);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (at == steps.size()) {
            throw new IOException("the session ends here");
        }
        var expected = steps.get(at++);
        var sent = new SessionStep.Sent(HexFormat.of().formatHex(bytes));
        if (!expected.equals(sent)) {
            throw new IllegalStateException("the session has " + expected.line() + ", the driver " + sent.line());
        }
        pending = at < steps.size() && steps.get(at) instanceof SessionStep.Received(String hex)
                ? HexFormat.of().parseHex(hex)
                : new byte[0];
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        int count = Math.min(buffer.length, pending.length);
        if (count > 0) {
            System.arraycopy(pending, 0, buffer, 0, count);
            pending = Arrays.copyOfRange(pending, count, pending.length);
            if (pending.length == 0) {
                at++;
            }
            return count;
        }
        if (at < steps.size() && steps.get(at) instanceof SessionStep.Broken(String reason)) {
            throw new IOException(reason);
        }
        return 0;
    }

    /// What the driver did not wait for is over.
    @Override
    public void discardInput() {
        pending = new byte[0];
        while (at < steps.size() && !(steps.get(at) instanceof SessionStep.Sent)) {
            at++;
        }
    }

    @Override
    public void close() {
        pending = new byte[0];
    }
}
