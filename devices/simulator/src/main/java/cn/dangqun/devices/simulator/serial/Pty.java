package cn.dangqun.devices.simulator.serial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// A pseudo-terminal: the driver under test opens [#path], a simulator holds the streams of the far end. Closing it is
/// pulling the cable. Streams may be used by one thread each.
public final class Pty implements AutoCloseable {
    private static final int POLL_MILLIS = 50;

    private final int master;
    private final int held;
    private final String path;
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock(true);
    private boolean closed;

    private Pty(int master) throws IOException {
        this.master = master;
        this.path = PosixTerminal.slavePath(master);
        // held open, so that a driver may close and open the port again without ending the far end
        this.held = PosixTerminal.openRaw(path);
    }

    public static Pty open() throws IOException {
        return new Pty(PosixTerminal.openMaster());
    }

    /// The device file, `/dev/pts/N`.
    public Path path() {
        return Path.of(path);
    }

    /// Points `link` at this terminal, as udev does for a device that is plugged in again.
    public void linkAt(Path link) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, path());
    }

    /// What the driver sends; ends when closed.
    public InputStream input() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                Objects.checkFromIndexSize(offset, length, into.length);
                int count = 0;
                while (length > 0 && count == 0) {
                    count = whileOpen(() -> PosixTerminal.read(master, into, offset, length, POLL_MILLIS));
                }
                return count;
            }
        };
    }

    /// What the driver receives.
    public OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                Objects.checkFromIndexSize(offset, length, from.length);
                int end = offset + length;
                for (int at = offset; at < end; ) {
                    int start = at;
                    int taken = whileOpen(() -> PosixTerminal.write(master, from, start, end - start, POLL_MILLIS));
                    if (taken < 0) {
                        throw new IOException("closed");
                    }
                    at += taken;
                }
            }
        };
    }

    private interface Call {
        int run() throws IOException;
    }

    /// A descriptor is a number that the next open file gets again: no call may be under way when it is closed. The
    /// result of the call, or -1 when closed.
    private int whileOpen(Call call) throws IOException {
        open.readLock().lock();
        try {
            return closed ? -1 : call.run();
        } finally {
            open.readLock().unlock();
        }
    }

    @Override
    public void close() throws IOException {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                PosixTerminal.close(held);
                PosixTerminal.close(master);
            }
        } finally {
            open.writeLock().unlock();
        }
    }
}
