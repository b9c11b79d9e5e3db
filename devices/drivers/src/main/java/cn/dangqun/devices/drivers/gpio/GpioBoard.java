package cn.dangqun.devices.drivers.gpio;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.library.gpiod.internal.GpioDException;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The pins of this machine. The library knows one chip a process, so all devices lease one context; it is opened
/// with the first lease and closed with the last. Safe for use from several threads.
final class GpioBoard {
    static final GpioBoard SHARED = new GpioBoard(GpioBoard::openChip);

    private final ContextMaker maker;
    private @Nullable Context context;
    private int chip;
    private int leases;

    interface ContextMaker {
        Context open(int chip) throws DeviceException;
    }

    GpioBoard(ContextMaker maker) {
        this.maker = maker;
    }

    /// The context for as long as one device needs it.
    final class Lease implements AutoCloseable {
        private final Context leased;

        private Lease(Context leased) {
            this.leased = leased;
        }

        Context context() {
            return leased;
        }

        @Override
        public void close() {
            release();
        }
    }

    /// @throws DeviceException NOT_FOUND without such a chip, MISCONFIGURED when another chip is in use
    synchronized Lease lease(int wantedChip) throws DeviceException {
        var opened = context;
        if (opened == null) {
            opened = maker.open(wantedChip);
            context = opened;
            chip = wantedChip;
        } else if (chip != wantedChip) {
            throw new DeviceException(Kind.MISCONFIGURED, "all pins must be on one chip, gpiochip" + chip);
        }
        leases++;
        return new Lease(opened);
    }

    private synchronized void release() {
        leases--;
        if (leases == 0 && context != null) {
            context.shutdown();
            context = null;
        }
    }

    private static Context openChip(int number) throws DeviceException {
        var name = "gpiochip" + number;
        if (!Files.exists(Path.of("/dev", name))) {
            throw new DeviceException(Kind.NOT_FOUND, "this machine has no /dev/" + name);
        }
        try {
            return Pi4J.newContextBuilder()
                    .add(GpioDDigitalOutputProvider.newInstance())
                    .setGpioChipName(name)
                    .build();
        } catch (Pi4JException | GpioDException | IllegalStateException e) {
            throw new DeviceException(Kind.NOT_FOUND, name + " does not open", e);
        } catch (LinkageError e) {
            throw new DeviceException(Kind.MISCONFIGURED, "no pin library for this kind of machine", e);
        }
    }
}
