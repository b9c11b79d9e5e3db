package cn.dangqun.kiosk.reference;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.voice.VolumeSchedule;
import java.util.Optional;
import java.util.function.Supplier;

/// How loud the street lets this kiosk speak, as it last said; kept on disk with everything it sent. Empty: by the
/// kiosk's own settings. From any thread.
public record StreetVolume(ReferenceStore reference, KioskId kiosk) implements Supplier<Optional<VolumeSchedule>> {
    @Override
    public Optional<VolumeSchedule> get() {
        return reference.index().items(ReferenceItem.KioskSettings.class).stream()
                .filter(each -> each.id().equals(kiosk.value()))
                .findFirst()
                .map(ReferenceItem.KioskSettings::volume);
    }
}
