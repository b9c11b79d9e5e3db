package cn.dangqun.simulation.machine;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.sync.KioskIdentity;
import cn.dangqun.kiosk.sync.KioskSync;
import cn.dangqun.kiosk.sync.RosterKeyer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a kiosk without screens does about where it stands with the street: it keeps the keys of cards, and hands on
/// counts.
final class Events implements KioskSync.Events {
    private final ReferenceStore reference;

    @Nullable
    RosterKeyer keyer;

    Consumer<StreetCount> counts = count -> {};

    Events(ReferenceStore reference) {
        this.reference = reference;
    }

    @Override
    public void enrolled(KioskIdentity identity) {
        keyer = new RosterKeyer(identity, reference);
    }

    @Override
    public void cardsKeptAnew(KioskIdentity identity) {
        if (keyer != null) {
            keyer.follow(identity);
        }
    }

    @Override
    public void referenceCurrent() {
        // screens follow the store itself
    }

    @Override
    public void counted(StreetCount count) {
        counts.accept(count);
    }

    /// Of a kiosk without screen and devices.
    static KioskSettings settings(Path data, String fingerprint) {
        return new KioskSettings(
                data,
                "样例党群服务中心",
                StreetMachine.ZONE,
                new KioskSettings.Server("street", 1, fingerprint),
                new KioskSettings.Screen(1080, 1920, false),
                List.of(),
                OptionalInt.empty(),
                KioskSettings.Window.STANDARD,
                Optional.empty());
    }
}
