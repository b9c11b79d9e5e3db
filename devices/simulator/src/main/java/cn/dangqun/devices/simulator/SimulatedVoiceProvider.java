package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.domain.voice.VolumeSchedule;
import java.time.ZoneId;
import java.util.Set;

/// Driver `sim-voice`; options `bench`, and `volume` (see [VolumeSchedule], 80 unless told).
public final class SimulatedVoiceProvider implements DeviceProvider {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Override
    public String driver() {
        return "sim-voice";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.VOICE;
    }

    @Override
    public Set<String> options() {
        return Set.of("bench", "volume");
    }

    @Override
    public Device create(DeviceSettings settings, DeviceContext context) throws DeviceException {
        var own = own(settings);
        var device = new SimulatedVoice(settings.name(), () -> context.percent(own, ZONE));
        SimulatorBench.named(settings.option("bench", SimulatorBench.MAIN)).add(device);
        return device;
    }

    private static VolumeSchedule own(DeviceSettings settings) throws DeviceException {
        try {
            return VolumeSchedule.of(settings.option("volume", VolumeSchedule.USUAL.toString()));
        } catch (IllegalArgumentException e) {
            throw new DeviceException(
                    DeviceFault.Kind.MISCONFIGURED, "the volume is a list such as 08:00=80 20:00=0", e);
        }
    }
}
