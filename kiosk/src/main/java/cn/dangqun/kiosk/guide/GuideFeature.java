package cn.dangqun.kiosk.guide;

import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;

/// 办事指南.
public record GuideFeature(GuideDesk desk) implements Feature {
    public static GuideFeature open(KioskParts parts) {
        var reference = parts.reference();
        return new GuideFeature(() -> GuideDesk.of(reference.index()));
    }

    @Override
    public Contribution screens(PlaceContext context) {
        return Contribution.of(
                new GuidePlace(new GuideViewModel(desk, context.ui(), context.background()), context.ways()));
    }
}
