package cn.dangqun.kiosk.privacy;

import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.PlaceContext;

/// 隐私说明 (F-92).
public record PrivacyFeature() implements Feature {
    @Override
    public Contribution screens(PlaceContext context) {
        return Contribution.of(new PrivacyPlace(context.ways()));
    }
}
