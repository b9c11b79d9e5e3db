package cn.dangqun.devices.drivers.voice;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.domain.voice.VolumeSchedule;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/// Makes `clips` voices. Options: `pack`, the directory of the voice pack; `recordings`, one of somebody's own clips,
/// which take the places of the pack's; `volume` (see [VolumeSchedule], 80 unless told); `mixer`, part of a sound
/// device's name; `zone` (`Asia/Shanghai`); `lead-in`, the milliseconds the output takes to wake up (1500: HDMI and USB
/// swallow as much).
public final class ClipVoiceProvider implements DeviceProvider {
    @Override
    public String driver() {
        return "clips";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.VOICE;
    }

    @Override
    public Set<String> options() {
        return Set.of("pack", "recordings", "volume", "mixer", "zone", "lead-in");
    }

    @Override
    public Device create(DeviceSettings settings, DeviceContext context) throws DeviceException {
        var volume = volume(settings, context);
        var mixer = settings.option("mixer", "");
        var recordings = settings.option("recordings", "");
        return new ClipVoice(
                settings.name(),
                Path.of(settings.required("pack")),
                recordings.isBlank() ? Optional.empty() : Optional.of(Path.of(recordings)),
                new JavaSoundOutput(mixer.isBlank() ? Optional.empty() : Optional.of(mixer)),
                new ClipVoice.Manner(volume, leadIn(settings.option("lead-in", "1500"))),
                System::nanoTime);
    }

    /// What the street says goes before what stands in the file.
    static IntSupplier volume(DeviceSettings settings, DeviceContext context) throws DeviceException {
        var own = schedule(settings.option("volume", VolumeSchedule.USUAL.toString()));
        var zone = zone(settings.option("zone", "Asia/Shanghai"));
        return () -> context.percent(own, zone);
    }

    private static VolumeSchedule schedule(String text) throws DeviceException {
        try {
            return VolumeSchedule.of(text);
        } catch (IllegalArgumentException e) {
            throw new DeviceException(Kind.MISCONFIGURED, "the volume is a list such as 08:00=80 20:00=0", e);
        }
    }

    private static Duration leadIn(String millis) throws DeviceException {
        if (!millis.matches("[0-9]{1,4}")) {
            throw new DeviceException(Kind.MISCONFIGURED, "lead-in takes milliseconds, 0 to 9999, not " + millis);
        }
        return Duration.ofMillis(Integer.parseInt(millis));
    }

    private static ZoneId zone(String name) throws DeviceException {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new DeviceException(Kind.MISCONFIGURED, "no time zone is called " + name, e);
        }
    }
}
