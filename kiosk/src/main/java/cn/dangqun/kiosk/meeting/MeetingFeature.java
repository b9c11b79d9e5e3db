package cn.dangqun.kiosk.meeting;

import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;
import java.time.Clock;

/// 主持会议: the session in the hands of duty staff.
public record MeetingFeature(MeetingDesk desk, Clock clock) implements Feature {
    public static MeetingFeature open(KioskParts parts) {
        var zone = parts.settings().zone();
        return new MeetingFeature(
                new LedgerMeetingDesk(parts.ledger(), parts.reference(), parts.ledgerClock(), zone),
                parts.clock().withZone(zone));
    }

    @Override
    public Contribution screens(PlaceContext context) {
        var model = new MeetingViewModel(desk, context.ui(), context.background(), clock);
        return Contribution.of(new MeetingPlace(model, context.ways()));
    }
}
