package cn.dangqun.kiosk.guest;

import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;

/// 来宾登记. Who leads here says in `tray` of what activity.
public record GuestFeature(GuestTray tray, GuestDesk desk) implements Feature {
    public static GuestFeature open(KioskParts parts) {
        return new GuestFeature(
                new GuestTray(),
                new LedgerGuestDesk(
                        parts.ledger(),
                        parts.reference(),
                        parts.ledgerClock(),
                        parts.settings().zone()));
    }

    @Override
    public Contribution screens(PlaceContext context) {
        return Contribution.of(
                new GuestPlace(new GuestViewModel(tray, desk, context.ui(), context.background()), context.ways()));
    }
}
