package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.recording.RecordingLine;
import java.time.Duration;
import java.util.Set;

/// Makes `escpos` printers. Options: `address` (see [LineAddress]), `baud`, `flow`, `font`; `width`, the
/// dots of a line (576 on paper of 80 mm, 384 on 58 mm); `answers`, what it is known to answer (`auto` finds out,
/// `status`, `report`, or `none` for a printer that cannot send);
/// `record`, a file to which the exchange is recorded without what was printed.
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
        return Set.of("address", "baud", "flow", "font", "width", "answers", "record");
    }

    @Override
    public Device create(DeviceSettings settings, DeviceContext context) throws DeviceException {
        var address = LineAddress.of(settings);
        var line = RecordingLine.ifAsked(settings, () -> address.open(PATIENCE.transfer()), new EscPosScrubber());
        return new EscPosPrinter(settings.name(), line, PATIENCE, CHECK_EVERY, model(settings));
    }

    private static EscPosPrinter.Model model(DeviceSettings settings) throws DeviceException {
        var width = settings.option("width", Integer.toString(EscPos.DOTS_PER_LINE));
        if (!width.matches("[0-9]{3}") || Integer.parseInt(width) % 8 != 0 || Integer.parseInt(width) > EscPos.WIDEST) {
            throw new DeviceException(Kind.MISCONFIGURED, "width takes 576 (80 mm) or 384 (58 mm), not " + width);
        }
        var said = settings.option("answers", "auto");
        var answers = Answers.of(said)
                .orElseThrow(() -> new DeviceException(
                        Kind.MISCONFIGURED, "answers takes auto, status, report or none, not " + said));
        return new EscPosPrinter.Model(
                settings.option("font", TicketFont.DEFAULT_FAMILY), Integer.parseInt(width), answers);
    }
}
