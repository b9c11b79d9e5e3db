package cn.dangqun.kiosk.checkin;

import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;

/// 签到: a card or a code at any place is somebody who checks in.
public record CheckInFeature(CheckInDesk desk, Witness witness) implements Feature {
    /// Hears what people are told, on the UI thread.
    public interface Witness {
        /// This answer stands on the screen now.
        void shown(CheckInAnswer answer);

        /// Somebody tapped while another is being asked, and is to wait.
        void askedToWait();
    }

    public static CheckInFeature open(KioskParts parts, Witness witness) {
        var desk = new LedgerCheckInDesk(
                parts.ledger(),
                parts.reference(),
                parts.ledgerClock(),
                parts.settings().zone());
        return new CheckInFeature(desk, witness);
    }

    @Override
    public Contribution screens(PlaceContext context) {
        var model = new CheckInViewModel(desk, context.ui(), witness::askedToWait);
        return Contribution.of(new CheckInPlace(model, context.ways(), Shown.before(witness::shown)));
    }
}
