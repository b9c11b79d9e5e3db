package cn.dangqun.devices.drivers.line;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.transport.ByteTransport;
import java.time.Duration;

/// A device file such as `/dev/usb/lp0` or `/dev/input/event3`, never blocking: neither a printer without paper nor a
/// scanner nobody uses can hold the thread.
public final class DeviceFile implements ByteTransport {
    private static final Duration SLICE = Duration.ofMillis(200);

    private final PosixFile file;

    private DeviceFile(PosixFile file) {
        this.file = file;
    }

    /// @throws DeviceException NOT_FOUND, BUSY, or REFUSED without permission
    public static DeviceFile open(String path) throws DeviceException {
        return open(path, PosixFile.Access.READ_WRITE);
    }

    /// For a device that only speaks; [#write] then fails.
    ///
    /// @throws DeviceException as [#open]
    public static DeviceFile openToRead(String path) throws DeviceException {
        return open(path, PosixFile.Access.READ);
    }

    private static DeviceFile open(String path, PosixFile.Access access) throws DeviceException {
        var file = new PosixFile();
        int error = file.open(path, access);
        if (error == 0) {
            return new DeviceFile(file);
        }
        file.close();
        throw switch (error) {
            case PosixFile.BUSY -> new DeviceException(Kind.BUSY, path + " is held by another program");
            case PosixFile.NOT_PERMITTED, PosixFile.NO_PERMISSION ->
                new DeviceException(Kind.REFUSED, path + " may not be opened");
            default -> new DeviceException(Kind.NOT_FOUND, path + " does not open, error " + error);
        };
    }

    /// Takes an input device away from every other program. The grab ends with the descriptor, so that even a crash
    /// gives the keys back.
    ///
    /// @throws DeviceException BUSY when another program did so, MISCONFIGURED when this file is no input device
    public void grab() throws DeviceException {
        int error = file.grab();
        switch (error) {
            case 0 -> {}
            case PosixFile.BUSY -> throw new DeviceException(Kind.BUSY, "another program has grabbed the device");
            case PosixFile.INVALID, PosixFile.NO_SUCH_CONTROL ->
                throw new DeviceException(Kind.MISCONFIGURED, "grab failed, error " + error);
            default -> throw gone(error);
        }
    }

    @Override
    public int read(byte[] buffer, Duration patience) throws DeviceException, InterruptedException {
        if (!awaitReady(PosixFile.READABLE, patience)) {
            return 0;
        }
        int count = file.read(buffer);
        if (count == 0 || (count < 0 && !PosixFile.isTemporary(-count))) {
            throw gone(-count);
        }
        return Math.max(0, count);
    }

    @Override
    public void write(byte[] bytes, Duration patience) throws DeviceException, InterruptedException {
        int written = 0;
        while (written < bytes.length) {
            if (!awaitReady(PosixFile.WRITABLE, patience)) {
                throw new DeviceException(Kind.NO_ANSWER, "the device takes no more data");
            }
            int count = file.write(bytes, written);
            if (count < 0 && !PosixFile.isTemporary(-count)) {
                throw gone(-count);
            }
            written += Math.max(0, count);
        }
    }

    private boolean awaitReady(int event, Duration patience) throws DeviceException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        long left = patience.toNanos();
        do {
            int ready = file.poll(event, (int) Math.clamp(left / 1_000_000, 0, SLICE.toMillis()));
            if (Thread.interrupted()) {
                throw new InterruptedException("asked to stop while waiting for the device");
            }
            if ((ready & event) != 0) {
                return true; // even when it has hung up: what it said before is still to be read
            }
            if (ready != 0) {
                throw gone(0);
            }
            left = end - System.nanoTime();
        } while (left > 0);
        return false;
    }

    private static DeviceException gone(int error) {
        return new DeviceException(Kind.DISCONNECTED, "the device file is gone, error " + error);
    }

    @Override
    public void close() {
        file.close();
    }
}
