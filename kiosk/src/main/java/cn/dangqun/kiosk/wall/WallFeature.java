package cn.dangqun.kiosk.wall;

import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;

/// 上墙内容: to be read at a touch, and in turns while nobody is here (F-42).
public record WallFeature(WallService service) implements Feature {
    public static WallFeature open(KioskParts parts) {
        return new WallFeature(new ReferenceWall(
                parts.reference(),
                parts.sync().content(),
                parts.clock(),
                parts.settings().zone(),
                WallLibrary.shipped().lastResort()));
    }

    @Override
    public Contribution screens(PlaceContext context) {
        return Contribution.of(new WallPlace(new WallViewModel(service, context.ui()), context.ways()))
                .with(new WallTurns(new WallTurnsViewModel(service, context.ui())));
    }
}
