package cn.dangqun.devices.drivers.paper;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;

/// Makes `ipp` printers. Options: `queue`, the name of a queue of this machine's CUPS, or `address`, such as
/// `ipp://192.168.1.60/ipp/print`, of a printer that takes PDF itself.
public final class IppProvider implements DeviceProvider {
    private static final IppPrinter.Pace PACE =
            new IppPrinter.Pace(Duration.ofSeconds(20), Duration.ofMillis(500), Duration.ofMinutes(1));
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration ANSWERING = Duration.ofSeconds(20);

    @Override
    public String driver() {
        return "ipp";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.DOCUMENT_PRINTER;
    }

    @Override
    public Set<String> options() {
        return Set.of("queue", "address");
    }

    @Override
    public Device create(DeviceSettings settings, DeviceContext context) throws DeviceException {
        var connection = new IppConnection(address(settings), CONNECTING, ANSWERING);
        return new IppPrinter(settings.name(), new IppQueue(connection), PACE);
    }

    private static URI address(DeviceSettings settings) throws DeviceException {
        try {
            if (settings.options().containsKey("address")) {
                var address = new URI(settings.required("address"));
                if (!"ipp".equals(address.getScheme()) || address.getHost() == null) {
                    throw new DeviceException(Kind.MISCONFIGURED, "an address begins with ipp:// and a host");
                }
                return address;
            }
            // percent signs for what is not Latin
            return URI.create(
                    new URI("ipp", "localhost", "/printers/" + settings.required("queue"), null).toASCIIString());
        } catch (URISyntaxException e) {
            throw new DeviceException(Kind.MISCONFIGURED, "no address of a printer", e);
        }
    }
}
