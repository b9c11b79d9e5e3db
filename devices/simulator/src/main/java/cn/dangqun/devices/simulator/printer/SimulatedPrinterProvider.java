package cn.dangqun.devices.simulator.printer;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Driver `sim-escpos`: a [SimulatedPrinter] on option `port`, which saves its tickets as pictures in option
/// `directory`. The real printer driver is pointed at it, so that a demonstration prints as a centre does.
public final class SimulatedPrinterProvider implements DeviceProvider {
    private static final Logger log = LoggerFactory.getLogger(SimulatedPrinterProvider.class);

    @Override
    public String driver() {
        return "sim-escpos";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SIMULATOR;
    }

    @Override
    public Set<String> options() {
        return Set.of("port", "directory");
    }

    @Override
    public Device create(DeviceSettings settings, DeviceContext context) throws DeviceException {
        var port = settings.required("port");
        if (!port.matches("[1-9]\\d{0,4}") || Integer.parseInt(port) > 65_535) {
            throw new DeviceException(Kind.MISCONFIGURED, "sim-escpos: port must be 1 to 65535");
        }
        return new PrinterOnAPort(settings.name(), Integer.parseInt(port), Path.of(settings.required("directory")));
    }

    private record PrinterOnAPort(String name, int port, Path directory) implements Device {
        @Override
        public DeviceKind kind() {
            return DeviceKind.SIMULATOR;
        }

        @Override
        public void run(DeviceListener listener) throws DeviceException, InterruptedException {
            try (var printer = SimulatedPrinter.start(port, Optional.of(directory))) {
                log.info("a simulated printer on port {} prints to {}", printer.port(), directory);
                listener.working();
                new CountDownLatch(1).await();
            } catch (IOException e) {
                throw new DeviceException(Kind.BUSY, "port " + port + " is taken", e);
            }
        }
    }
}
