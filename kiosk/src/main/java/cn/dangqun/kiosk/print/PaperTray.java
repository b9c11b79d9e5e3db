package cn.dangqun.kiosk.print;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a feature leaves its offer before it leads to [#PLACE]. UI thread.
public final class PaperTray {
    /// The place where one chooses.
    public static final String PLACE = "print";

    private @Nullable PaperOffer offer;

    public void put(PaperOffer offered) {
        offer = offered;
    }

    Optional<PaperOffer> offer() {
        return Optional.ofNullable(offer);
    }
}
