package cn.dangqun.kiosk.card;

import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;

/// 绑卡: duty staff tie a card to a member, see whose one is, and retire one (F-16).
public record CardFeature(CardDesk desk) implements Feature {
    public static CardFeature open(KioskParts parts) {
        return new CardFeature(new LedgerCardDesk(parts.ledger(), parts.reference()));
    }

    @Override
    public Contribution screens(PlaceContext context) {
        return Contribution.of(new CardsPlace(new CardsViewModel(desk, context.ui()), context.ways()));
    }
}
