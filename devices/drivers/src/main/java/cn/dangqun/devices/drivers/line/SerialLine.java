package cn.dangqun.devices.drivers.line;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.transport.ByteTransport;
import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A serial port, 8 data bits, no parity, 1 stop bit, held exclusively.
public final class SerialLine implements ByteTransport {
    private static final int SLICE_MILLIS = 100;
    private static final int CHUNK = 256;
    private static final int QUEUED_MAX = 512;
    private static final int PAUSE_MILLIS = 4;

    private static final int PERMISSION_DENIED = 13;

    private final SerialPort port;

    private SerialLine(SerialPort port) {
        this.port = port;
    }

    /// Must be what the device is set to, or data is lost.
    public enum FlowControl {
        NONE(SerialPort.FLOW_CONTROL_DISABLED),
        RTSCTS(SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED),
        DTRDSR(SerialPort.FLOW_CONTROL_DTR_ENABLED | SerialPort.FLOW_CONTROL_DSR_ENABLED),
        XONXOFF(SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED);

        private final int bits;

        FlowControl(int bits) {
            this.bits = bits;
        }
    }

    /// `path`: a device file such as `/dev/serial/by-id/…`; any symbolic link will do.
    ///
    /// @throws DeviceException NOT_FOUND without such a device, REFUSED without permission, else BUSY
    public static SerialLine open(String path, int baud, FlowControl flow) throws DeviceException {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException e) {
            throw new DeviceException(Kind.NOT_FOUND, path + " does not exist", e);
        }
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(flow.bits);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SLICE_MILLIS, 0);
        if (!port.openPort()) {
            int error = port.getLastErrorCode();
            throw new DeviceException(whyShut(path, error), path + " does not open, error " + error);
        }
        return new SerialLine(port);
    }

    /// The library's number tells a lack of permission only.
    private static Kind whyShut(String path, int error) {
        if (error == PERMISSION_DENIED) {
            return Kind.REFUSED;
        }
        return Files.exists(Path.of(path)) ? Kind.BUSY : Kind.NOT_FOUND; // pulled while it was being opened
    }

    @Override
    public int read(byte[] buffer, Duration patience) throws DeviceException, InterruptedException {
        if (patience.isZero() && port.bytesAvailable() == 0) {
            return 0;
        }
        long end = System.nanoTime() + patience.toNanos();
        do {
            stopIfAsked();
            int count = port.readBytes(buffer, buffer.length);
            if (count < 0) {
                throw gone();
            }
            if (count > 0) {
                return count;
            }
        } while (System.nanoTime() - end < 0);
        return 0;
    }

    /// Never gives the port more than it can queue: its own write would wait for ever on a device that holds the line.
    @Override
    public void write(byte[] bytes, Duration patience) throws DeviceException, InterruptedException {
        int written = 0;
        while (written < bytes.length) {
            stopIfAsked();
            awaitRoom(patience);
            int count = port.writeBytes(bytes, Math.min(CHUNK, bytes.length - written), written);
            if (count <= 0) {
                throw gone();
            }
            written += count;
        }
    }

    private void awaitRoom(Duration patience) throws DeviceException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        int least = Integer.MAX_VALUE;
        for (int queued = port.bytesAwaitingWrite(); queued > QUEUED_MAX; queued = port.bytesAwaitingWrite()) {
            if (queued < least) {
                least = queued;
                end = System.nanoTime() + patience.toNanos();
            }
            if (System.nanoTime() - end > 0) {
                throw new DeviceException(Kind.NO_ANSWER, "the device takes no more data");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static void stopIfAsked() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("asked to stop while talking to the device");
        }
    }

    /// isOpen() still says true, and the library's own disconnect event fires without end.
    private static DeviceException gone() {
        return new DeviceException(Kind.DISCONNECTED, "the serial port is gone");
    }

    @Override
    public void close() {
        port.closePort();
    }
}
