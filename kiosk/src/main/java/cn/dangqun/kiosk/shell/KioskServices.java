package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.reference.SiteBoard;
import cn.dangqun.kiosk.sync.SyncMonitor;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// All that the shell needs of the kiosk; features bring what is theirs. `clockInDoubt`:
/// the clock cannot be right. `camera` hears whether cameras shall look.
/// Built once by the process's wiring; tests build it of fakes.
public record KioskServices(
        Clock clock,
        BooleanSupplier clockInDoubt,
        SiteBoard site,
        SyncMonitor sync,
        Consumer<Boolean> camera,
        List<Feature> features) {
    public KioskServices {
        features = List.copyOf(features);
    }
}
