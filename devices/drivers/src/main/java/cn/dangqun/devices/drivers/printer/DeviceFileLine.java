package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.time.Duration;

/// A printer behind a device file such as `/dev/usb/lp0`: not blocking, so that a printer without paper cannot hold the
/// thread.
final class DeviceFileLine implements PrinterLine {
    private static final Duration SLICE = Duration.ofMillis(200);

    private final PosixFile file;
    private final byte[] received = new byte[64];
    private int next;
    private int limit;

    private DeviceFileLine(PosixFile file) {
        this.file = file;
    }

    static DeviceFileLine open(String path) throws DeviceException {
        var file = new PosixFile();
        int error = file.open(path);
        if (error == 0) {
            return new DeviceFileLine(file);
        }
        file.close();
        throw switch (error) {
            case PosixFile.BUSY -> new DeviceException(Kind.BUSY, path + " is held by another program");
            case PosixFile.NO_PERMISSION -> new DeviceException(Kind.REFUSED, path + " may not be opened");
            default -> new DeviceException(Kind.NOT_FOUND, path + " does not open, error " + error);
        };
    }

    @Override
    public int read(Duration patience) throws DeviceException, InterruptedException {
        if (next == limit && awaitReady(PosixFile.READABLE, patience)) {
            int count = file.read(received);
            if (count == 0 || (count < 0 && !PosixFile.isTemporary(-count))) {
                throw gone(-count);
            }
            next = 0;
            limit = Math.max(0, count);
        }
        return next < limit ? received[next++] & 0xFF : NOTHING;
    }

    @Override
    public void write(byte[] bytes, Duration patience) throws DeviceException, InterruptedException {
        int written = 0;
        while (written < bytes.length) {
            if (!awaitReady(PosixFile.WRITABLE, patience)) {
                throw new DeviceException(Kind.NO_ANSWER, "the printer takes no more data");
            }
            int count = file.write(bytes, written);
            if (count < 0 && !PosixFile.isTemporary(-count)) {
                throw gone(-count);
            }
            written += Math.max(0, count);
        }
    }

    private boolean awaitReady(int events, Duration patience) throws DeviceException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        long left = patience.toNanos();
        do {
            int ready = file.poll(events, (int) Math.clamp(left / 1_000_000, 1, SLICE.toMillis()));
            if (Thread.interrupted()) {
                throw new InterruptedException("asked to stop while waiting for the printer");
            }
            if ((ready & PosixFile.LOST) != 0) {
                throw gone(0);
            }
            if (ready != 0) {
                return true;
            }
            left = end - System.nanoTime();
        } while (left > 0);
        return false;
    }

    private static DeviceException gone(int error) {
        return new DeviceException(Kind.DISCONNECTED, "the printer's device file is gone, error " + error);
    }

    @Override
    public void close() {
        file.close();
    }
}
