package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.drivers.line.DeviceFile;
import cn.dangqun.devices.drivers.line.SerialLine;
import cn.dangqun.devices.drivers.line.TcpLine;
import cn.dangqun.devices.transport.ByteTransport;
import java.time.Duration;
import java.util.Locale;

/// Where the printer is: `tcp:HOST[:PORT]`, `serial:/dev/ttyUSB0` or `file:/dev/usb/lp0`.
sealed interface LineAddress {
    ByteTransport open(Duration patience) throws DeviceException, InterruptedException;

    record Tcp(String host, int port) implements LineAddress {
        @Override
        public ByteTransport open(Duration patience) throws DeviceException, InterruptedException {
            return TcpLine.open(host, port, patience);
        }
    }

    record Serial(String path, int baud, SerialLine.FlowControl flow) implements LineAddress {
        @Override
        public ByteTransport open(Duration patience) throws DeviceException {
            return SerialLine.open(path, baud, flow);
        }
    }

    record File(String path) implements LineAddress {
        @Override
        public ByteTransport open(Duration patience) throws DeviceException {
            return DeviceFile.open(path);
        }
    }

    /// Options: `address`; for serial lines also `baud` (115200) and `flow` (`none`, `rtscts`, `dtrdsr`, `xonxoff`).
    ///
    /// @throws DeviceException with MISCONFIGURED
    static LineAddress of(DeviceSettings settings) throws DeviceException {
        var text = settings.required("address");
        var parts = text.split(":", 2);
        if (parts.length != 2 || parts[1].isBlank()) {
            throw unusable(text);
        }
        return switch (parts[0]) {
            case "tcp" -> tcp(parts[1]);
            case "serial" ->
                new Serial(parts[1], number("baud", settings.option("baud", "115200"), 4_000_000), flow(settings));
            case "file" -> new File(parts[1]);
            default -> throw unusable(text);
        };
    }

    private static LineAddress tcp(String rest) throws DeviceException {
        int colon = rest.lastIndexOf(':');
        return colon < 0
                ? new Tcp(rest, 9100)
                : new Tcp(rest.substring(0, colon), number("address", rest.substring(colon + 1), 65535));
    }

    private static SerialLine.FlowControl flow(DeviceSettings settings) throws DeviceException {
        var word = settings.option("flow", "none");
        try {
            return SerialLine.FlowControl.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new DeviceException(Kind.MISCONFIGURED, "no such flow control: " + word, e);
        }
    }

    private static int number(String option, String text, int most) throws DeviceException {
        try {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new DeviceException(Kind.MISCONFIGURED, option + " is not a number: " + text, e);
        }
        throw new DeviceException(Kind.MISCONFIGURED, option + " is out of range: " + text);
    }

    private static DeviceException unusable(String text) {
        return new DeviceException(
                Kind.MISCONFIGURED, "a printer's address begins with tcp:, serial: or file:, not " + text);
    }
}
