package cn.dangqun.devices.api;

import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.voice.VolumeSchedule;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/// What a driver may use of the kiosk. `keyer` lets a reader turn a card into its key and forget the rest (F-91).
/// `volume` is how loud a voice shall speak, whatever its own settings say; empty: by those. From any thread.
public record DeviceContext(Clock clock, CardKeyer keyer, Supplier<Optional<VolumeSchedule>> volume) {
    public DeviceContext(Clock clock, CardKeyer keyer) {
        this(clock, keyer, Optional::empty);
    }

    /// How loud a voice speaks now, in percent; `own` is what its own settings say.
    public int percent(VolumeSchedule own, ZoneId zone) {
        return volume.get().orElse(own).percentAt(LocalTime.ofInstant(clock.instant(), zone));
    }
}
