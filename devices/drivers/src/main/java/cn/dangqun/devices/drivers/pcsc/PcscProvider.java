package cn.dangqun.devices.drivers.pcsc;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;

/// Driver `pcsc`: every reader of the local PC/SC service, or those whose name contains the option `reader`.
public final class PcscProvider implements DeviceProvider {
    @Override
    public String driver() {
        return "pcsc";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CARD_READER;
    }

    @Override
    public Device create(DeviceSettings settings, DeviceContext context) {
        return new PcscReader(settings.name(), settings.option("reader", ""), context.keyer());
    }
}
