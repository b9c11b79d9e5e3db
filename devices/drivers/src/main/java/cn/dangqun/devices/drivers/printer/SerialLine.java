package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.time.Duration;

/// A printer on a serial line, 8N1. The flow control the printer is set to must be configured, or it loses data.
final class SerialLine implements PrinterLine {
    private static final int SLICE_MILLIS = 100;
    private static final int CHUNK = 256;
    private static final int QUEUED_MAX = 512;
    private static final int PAUSE_MILLIS = 4;

    private final SerialPort port;
    private final byte[] single = new byte[1];

    private SerialLine(SerialPort port) {
        this.port = port;
    }

    enum FlowControl {
        NONE(SerialPort.FLOW_CONTROL_DISABLED),
        RTSCTS(SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED),
        DTRDSR(SerialPort.FLOW_CONTROL_DTR_ENABLED | SerialPort.FLOW_CONTROL_DSR_ENABLED),
        XONXOFF(SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED);

        private final int bits;

        FlowControl(int bits) {
            this.bits = bits;
        }
    }

    static SerialLine open(String path, int baud, FlowControl flow) throws DeviceException {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException e) {
            throw new DeviceException(Kind.NOT_FOUND, "no serial port " + path, e);
        }
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(flow.bits);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SLICE_MILLIS, 0);
        if (!port.openPort()) {
            throw new DeviceException(Kind.BUSY, "the serial port " + path + " does not open");
        }
        return new SerialLine(port);
    }

    @Override
    public int read(Duration patience) throws DeviceException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        do {
            int count = port.readBytes(single, 1);
            if (count < 0) {
                throw new DeviceException(Kind.DISCONNECTED, "the serial line is gone");
            }
            if (count == 1) {
                return single[0] & 0xFF;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("asked to stop while waiting for the printer");
            }
        } while (System.nanoTime() - end < 0);
        return NOTHING;
    }

    /// Never gives the port more than it can queue: its own write would wait for ever on a printer that holds the line.
    @Override
    public void write(byte[] bytes, Duration patience) throws DeviceException, InterruptedException {
        int written = 0;
        while (written < bytes.length) {
            awaitRoom(patience);
            int count = port.writeBytes(bytes, Math.min(CHUNK, bytes.length - written), written);
            if (count <= 0) {
                throw new DeviceException(Kind.DISCONNECTED, "the serial line is gone");
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
                throw new DeviceException(Kind.NO_ANSWER, "the printer takes no more data");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    @Override
    public void close() {
        port.closePort();
    }
}
