package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.recording.RecordingLine;
import java.time.Duration;
import java.util.Set;

/// Makes `escpos` printers. Options: `address` (see [LineAddress]), `baud`, `flow`, `font`, and `record`, a
/// file to which the exchange is recorded without what was printed.
public final class EscPosProvider implements DeviceProvider {
    private static final EscPosSession.Patience PATIENCE =
            new EscPosSession.Patience(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20));
    private static final Duration CHECK_EVERY = Duration.ofSeconds(5);

    @Override
    public String driver() {
        return "escpos";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.TICKET_PRINTER;
    }

    @Override
    public Set<String> options() {
        return Set.of("address", "baud", "flow", "font", "record");
    }

    @Override
    public Device create(DeviceSettings settings, DeviceContext context) throws DeviceException {
        var font = settings.option("font", TicketFont.DEFAULT_FAMILY);
        var address = LineAddress.of(settings);
        var line = RecordingLine.ifAsked(settings, () -> address.open(PATIENCE.transfer()), new EscPosScrubber());
        return new EscPosPrinter(settings.name(), line, PATIENCE, CHECK_EVERY, font);
    }
}
