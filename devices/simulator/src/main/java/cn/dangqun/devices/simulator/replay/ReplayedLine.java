package cn.dangqun.devices.simulator.replay;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.recording.Scrubber;
import cn.dangqun.devices.recording.SessionStep;
import cn.dangqun.devices.transport.ByteTransport;
import cn.dangqun.devices.transport.LineOpener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// A recorded line in its own pieces, but not in its own time: silence is over at once. A driver that sends something
/// else than was sent then fails with IllegalStateException; at its end the line breaks.
public final class ReplayedLine implements ByteTransport {
    private static final Scrubber VERBATIM = bytes -> bytes;

    private final List<SessionStep> steps;
    private final Scrubber scrubber;
    private int at;
    private byte[] pending = {};
    private long silentMillis;

    public ReplayedLine(List<SessionStep> steps) {
        this(steps, VERBATIM);
    }

    /// `scrubber`: the one of the recording; what the driver sends is scrubbed by it before it is compared.
    public ReplayedLine(List<SessionStep> steps, Scrubber scrubber) {
        this.steps = List.copyOf(steps);
        this.scrubber = scrubber;
        load();
    }

    /// Opens one line after another as the recording did; when there are no more, the device is not found.
    public static LineOpener opener(List<SessionStep> session, Scrubber scrubber) {
        var lines = new ArrayDeque<ReplayedLine>();
        var steps = new ArrayList<SessionStep>();
        for (var step : session.reversed()) {
            if (step instanceof SessionStep.Opened) {
                lines.addFirst(new ReplayedLine(steps.reversed(), scrubber));
                steps.clear();
            } else {
                steps.add(step);
            }
        }
        return () -> {
            if (lines.isEmpty()) {
                throw new DeviceException(Kind.NOT_FOUND, "the session ends here");
            }
            return lines.removeFirst();
        };
    }

    @Override
    public int read(byte[] buffer, Duration patience) throws DeviceException {
        failIfBroken();
        if (silentMillis > 0) {
            silentMillis -= Math.max(1, patience.toMillis());
            advanceWhen(silentMillis <= 0);
            return 0;
        }
        int count = Math.min(buffer.length, pending.length);
        System.arraycopy(pending, 0, buffer, 0, count);
        pending = Arrays.copyOfRange(pending, count, pending.length);
        advanceWhen(count > 0 && pending.length == 0);
        return count;
    }

    @Override
    public void write(byte[] bytes, Duration patience) throws DeviceException {
        while (at < steps.size() && steps.get(at) instanceof SessionStep.Silence) {
            advanceWhen(true);
        }
        failIfBroken();
        var sent = SessionStep.sent(scrubber.sent(bytes));
        var expected = steps.get(at);
        if (!expected.equals(sent)) {
            throw new IllegalStateException("the session has " + expected.line() + ", the driver " + sent.line());
        }
        advanceWhen(true);
    }

    private void advanceWhen(boolean isOver) {
        if (isOver) {
            at++;
            load();
        }
    }

    private void load() {
        var step = at < steps.size() ? steps.get(at) : new SessionStep.Opened();
        pending = step instanceof SessionStep.Received(String hex)
                ? HexFormat.of().parseHex(hex)
                : new byte[0];
        silentMillis = step instanceof SessionStep.Silence(long millis) ? millis : 0;
    }

    private void failIfBroken() throws DeviceException {
        if (at == steps.size()) {
            throw new DeviceException(Kind.DISCONNECTED, "the session ends here");
        }
        if (steps.get(at) instanceof SessionStep.Broken(String reason)) {
            throw broken(reason);
        }
    }

    /// The reason begins with the kind of fault; sessions recorded before that was so lost the device.
    private static DeviceException broken(String reason) {
        var kind = Arrays.stream(Kind.values())
                .filter(each -> reason.startsWith(each.name() + " "))
                .findFirst()
                .orElse(Kind.DISCONNECTED);
        return new DeviceException(kind, reason);
    }

    @Override
    public void close() {
        pending = new byte[0];
    }
}
