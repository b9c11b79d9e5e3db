package cn.dangqun.kiosk.enrolment;

import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;
import cn.dangqun.kiosk.sync.EnrolmentDesk;
import cn.dangqun.kiosk.sync.SyncMonitor;

/// Enrolling by hand with the street's one-time code (F-69).
public record EnrolmentFeature(EnrolmentDesk desk, SyncMonitor sync) implements Feature {
    public static EnrolmentFeature open(KioskParts parts) {
        return new EnrolmentFeature(parts.sync(), parts.sync());
    }

    @Override
    public Contribution screens(PlaceContext context) {
        return Contribution.of(
                new EnrolmentPlace(new EnrolmentViewModel(desk, context.ui()), sync, context.ui()),
                new EnrolAnewPlace(new EnrolmentViewModel(desk, context.ui()), sync, context.ways()));
    }
}
