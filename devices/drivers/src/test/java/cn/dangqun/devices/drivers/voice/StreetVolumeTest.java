package cn.dangqun.devices.drivers.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.domain.credential.MacCardKeyer;
import cn.dangqun.domain.voice.VolumeSchedule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// What the street says goes before what stands in the file, from one word to the next.
class StreetVolumeTest {
    private final AtomicReference<Optional<VolumeSchedule>> street = new AtomicReference<>(Optional.empty());
    private final Clock noonInChina = Clock.fixed(Instant.parse("2026-11-10T04:30:00Z"), ZoneOffset.UTC);
    private final DeviceContext context = new DeviceContext(noonInChina, new MacCardKeyer(new byte[32]), street::get);

    @Test
    void theStreetsVolumeHoldsUntilItIsTakenAway() throws Exception {
        var volume = ClipVoiceProvider.volume(settings("08:00=80 12:00=40 14:00=80 20:00=0"), context);
        assertEquals(40, volume.getAsInt());

        street.set(Optional.of(VolumeSchedule.of("12:00=0 13:00=100")));
        assertEquals(0, volume.getAsInt());

        street.set(Optional.empty());
        assertEquals(40, volume.getAsInt());
    }

    @Test
    void refusesAVolumeThatIsNoneAtTheStart() {
        var fault = assertThrows(DeviceException.class, () -> ClipVoiceProvider.volume(settings("loud"), context))
                .fault();

        assertEquals(Kind.MISCONFIGURED, fault.kind());
    }

    private static DeviceSettings settings(String volume) {
        return new DeviceSettings("voice", "clips", Map.of("pack", "none", "volume", volume));
    }
}
