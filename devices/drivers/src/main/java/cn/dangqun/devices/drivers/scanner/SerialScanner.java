package cn.dangqun.devices.drivers.scanner;

import cn.dangqun.devices.api.CodeScanner;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.HoldOff;
import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;

/// A scanner in USB-serial mode: no focus, no input method, UTF-8 possible; the mode to prefer (PLATFORM §5).
final class SerialScanner implements CodeScanner {
    private static final int READ_MILLIS = 250;
    private static final int QUIET_TURNS = 2;
    private static final int PERMISSION_DENIED = 13;

    private final HoldOff holdOff = new HoldOff(CodePresenter.HOLD_OFF);
    private final String name;
    private final String path;
    private final int baud;

    SerialScanner(String name, String path, int baud) {
        this.name = name;
        this.path = path;
        this.baud = baud;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(DeviceListener listener) throws DeviceException, InterruptedException {
        var port = open();
        try {
            listener.working();
            read(port, new ScanLines(new CodePresenter(listener, holdOff)));
        } finally {
            port.closePort();
        }
    }

    private SerialPort open() throws DeviceException {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException e) {
            throw new DeviceException(Kind.NOT_FOUND, path + " does not exist", e);
        }
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
        if (!port.openPort()) {
            var error = port.getLastErrorCode();
            var kind = error == PERMISSION_DENIED ? Kind.REFUSED : Kind.BUSY;
            throw new DeviceException(kind, path + " does not open, error " + error);
        }
        return port;
    }

    private static void read(SerialPort port, ScanLines lines) throws DeviceException, InterruptedException {
        var buffer = new byte[512];
        var quiet = 0;
        while (!Thread.interrupted()) {
            var count = port.readBytes(buffer, buffer.length);
            if (count < 0) { // isOpen() still says true then, and the library's event for it never stops firing
                throw new DeviceException(Kind.DISCONNECTED, "the port is gone");
            }
            lines.feed(buffer, count);
            quiet = count > 0 ? 0 : quiet + 1;
            if (quiet == QUIET_TURNS) {
                lines.pause();
            }
        }
        throw new InterruptedException();
    }
}
