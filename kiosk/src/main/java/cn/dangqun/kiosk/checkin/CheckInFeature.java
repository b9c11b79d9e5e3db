package cn.dangqun.kiosk.checkin;

import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;
import java.util.function.Consumer;

/// 签到: a card or a code at any place is somebody who checks in. `answered` is told of every answer once it stands on
/// the screen, on the UI thread.
public record CheckInFeature(CheckInDesk desk, Consumer<CheckInAnswer> answered) implements Feature {
    public static CheckInFeature open(KioskParts parts, Consumer<CheckInAnswer> answered) {
        var desk = new LedgerCheckInDesk(
                parts.ledger(),
                parts.reference(),
                parts.ledgerClock(),
                parts.settings().zone());
        return new CheckInFeature(desk, answered);
    }

    @Override
    public Contribution screens(PlaceContext context) {
        var model = new CheckInViewModel(desk, context.ui());
        return Contribution.of(new CheckInPlace(model, context.ways(), Shown.before(answered)));
    }
}
