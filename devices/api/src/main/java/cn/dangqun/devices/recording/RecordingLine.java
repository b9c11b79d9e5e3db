package cn.dangqun.devices.recording;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.transport.ByteTransport;
import cn.dangqun.devices.transport.LineOpener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Records a line. What arrives is gathered until a command is sent or the line falls silent, scrubbed as a whole by
/// the driver that knows its protocol, and only then written.
public final class RecordingLine implements ByteTransport {
    private static final long PAUSE_MILLIS = 1000;

    private final ByteTransport line;
    private final SessionFile session;
    private final Scrubber scrubber;
    private final Arrivals arrivals = new Arrivals();

    public RecordingLine(ByteTransport line, SessionFile session, Scrubber scrubber) {
        this.line = line;
        this.session = session;
        this.scrubber = scrubber;
        session.append(List.of(new SessionStep.Opened()));
    }

    /// The line itself, or each of its openings recorded to the file that the option `record` names.
    public static LineOpener ifAsked(DeviceSettings settings, LineOpener line, Scrubber scrubber) {
        var file = settings.option("record", "");
        if (file.isEmpty()) {
            return line;
        }
        var session = new SessionFile(Path.of(file));
        return () -> new RecordingLine(line.open(), session, scrubber);
    }

    @Override
    public int read(byte[] buffer, Duration patience) throws DeviceException, InterruptedException {
        try {
            int count = line.read(buffer, patience);
            if (count > 0) {
                arrivals.add(buffer, count);
            } else {
                arrivals.silent(patience.toMillis()); // what was waited for, not what a busy machine made of it
            }
            if (arrivals.isFull() || arrivals.silentMillis() >= PAUSE_MILLIS) {
                session.append(arrivals.drain(scrubber));
            }
            return count;
        } catch (DeviceException e) {
            broken(e);
            throw e;
        }
    }

    @Override
    public void write(byte[] bytes, Duration patience) throws DeviceException, InterruptedException {
        finish();
        session.append(List.of(SessionStep.sent(scrubber.sent(bytes))));
        try {
            line.write(bytes, patience);
        } catch (DeviceException e) {
            broken(e);
            throw e;
        }
    }

    private void broken(DeviceException failure) {
        finish();
        session.append(List.of(new SessionStep.Broken(
                failure.fault().kind() + " " + failure.fault().detail())));
    }

    private void finish() {
        session.append(arrivals.drain(scrubber));
        session.append(arrivals.drainSilence());
    }

    @Override
    public void close() {
        finish();
        line.close();
    }
}
