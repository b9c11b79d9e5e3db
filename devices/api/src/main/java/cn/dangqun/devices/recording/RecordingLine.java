package cn.dangqun.devices.recording;

import cn.dangqun.devices.transport.ByteTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/// Records a line. What arrives between two commands is gathered, scrubbed as a whole by the driver that knows its
/// protocol, and written when the next command is sent.
public final class RecordingLine implements ByteTransport {
    private static final int LIMIT = 64 * 1024;

    private final ByteTransport line;
    private final SessionFile session;
    private final UnaryOperator<byte[]> scrub;
    private final Gathered gathered = new Gathered();
    private boolean hasSent;

    public RecordingLine(ByteTransport line, SessionFile session, UnaryOperator<byte[]> scrub) {
        this.line = line;
        this.session = session;
        this.scrub = scrub;
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        try {
            int count = line.read(buffer);
            gathered.write(buffer, 0, Math.min(count, LIMIT - gathered.size()));
            return count;
        } catch (IOException e) {
            finish();
            session.append(new SessionStep.Broken(String.valueOf(e.getMessage())));
            throw e;
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        finish();
        session.append(new SessionStep.Sent(HexFormat.of().formatHex(bytes)));
        hasSent = true;
        line.write(bytes);
    }

    @Override
    public void discardInput() throws IOException {
        line.discardInput();
    }

    @Override
    public void close() {
        finish();
        line.close();
    }

    private void finish() {
        if (gathered.size() > 0) {
            session.append(new SessionStep.Received(HexFormat.of().formatHex(scrub.apply(gathered.toByteArray()))));
        } else if (hasSent) {
            session.append(new SessionStep.Silence());
        }
        hasSent = false;
        gathered.wipe();
    }

    /// May hold a whole card until it is scrubbed.
    private static final class Gathered extends ByteArrayOutputStream {
        void wipe() {
            Arrays.fill(buf, (byte) 0);
            reset();
        }
    }
}
