package cn.dangqun.devices.drivers.resident;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.transport.ByteTransport;
import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;

/// A serial port, 8 data bits, no parity, 1 stop bit, held exclusively.
final class SerialLine implements ByteTransport {
    private static final int READ_MILLIS = 50;
    private static final int WRITE_MILLIS = 500;
    private static final int PERMISSION_DENIED = 13;

    private final SerialPort port;

    private SerialLine(SerialPort port) {
        this.port = port;
    }

    /// `path`: a device file such as `/dev/serial/by-id/…`; any symbolic link will do.
    ///
    /// @throws DeviceException NOT_FOUND without such a file, REFUSED without permission, else BUSY
    static SerialLine open(String path, int baud) throws DeviceException {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException e) {
            throw new DeviceException(Kind.NOT_FOUND, path + " does not exist", e);
        }
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setComPortTimeouts(
                SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING, READ_MILLIS, WRITE_MILLIS);
        if (!port.openPort()) {
            var kind = port.getLastErrorCode() == PERMISSION_DENIED ? Kind.REFUSED : Kind.BUSY;
            throw new DeviceException(kind, path + " does not open, error " + port.getLastErrorCode());
        }
        return new SerialLine(port);
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        int count = port.readBytes(buffer, buffer.length);
        if (count < 0) {
            // isOpen() still says true, and the library's own disconnect event fires without end
            throw new IOException("the port is gone");
        }
        return count;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (port.writeBytes(bytes, bytes.length) != bytes.length) {
            throw new IOException("the port takes no bytes");
        }
    }

    @Override
    public void discardInput() {
        port.flushIOBuffers();
    }

    @Override
    public void close() {
        port.closePort();
    }
}
