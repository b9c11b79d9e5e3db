package cn.dangqun.kiosk.roll;

import cn.dangqun.kiosk.guest.GuestTray;
import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;
import cn.dangqun.kiosk.print.PaperTray;
import cn.dangqun.kiosk.reference.SiteBoard;
import cn.dangqun.kiosk.scan.ScanTray;
import java.time.Clock;

/// 签到名单: the roll in the hands of duty staff. Its sheets are printed by way of `tray`, and
/// taken in by way of `scans`; who is on no roll by way of `guests`.
public record RollFeature(RollDesk desk, SiteBoard site, Clock clock, PaperTray tray, ScanTray scans, GuestTray guests)
        implements Feature {
    public static RollFeature open(KioskParts parts, PaperTray tray, ScanTray scans, GuestTray guests) {
        return new RollFeature(
                new LedgerRollDesk(
                        parts.ledger(),
                        parts.reference(),
                        parts.ledgerClock(),
                        parts.settings().zone()),
                parts.site(),
                parts.clock().withZone(parts.settings().zone()),
                tray,
                scans,
                guests);
    }

    @Override
    public Contribution screens(PlaceContext context) {
        var model = new RollViewModel(desk, site, context.ui(), context.background(), clock);
        return Contribution.of(new RollPlace(model, desk, new RollPlace.Trays(tray, scans, guests), context.ways()));
    }
}
