package cn.dangqun.kiosk.meeting;

import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;
import cn.dangqun.kiosk.print.PaperTray;
import java.time.Clock;

/// 主持会议: the session in the hands of duty staff. Its papers are printed by way of `tray`; the room sees it on the
/// `projector`.
public record MeetingFeature(MeetingDesk desk, Clock clock, PaperTray tray, Projector projector) implements Feature {
    public static MeetingFeature open(KioskParts parts, PaperTray tray) {
        var zone = parts.settings().zone();
        return new MeetingFeature(
                new LedgerMeetingDesk(parts.ledger(), parts.reference(), parts.ledgerClock(), zone),
                parts.clock().withZone(zone),
                tray,
                new SecondDisplay(zone));
    }

    @Override
    public Contribution screens(PlaceContext context) {
        var model = new MeetingViewModel(desk, context.ui(), context.background(), clock);
        var hall = new HallModel(desk, projector, context.ui(), context.background());
        return Contribution.of(new MeetingPlace(model, hall, desk, tray, context.ways()));
    }
}
