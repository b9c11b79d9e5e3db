package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.wall.WallBoard;
import cn.dangqun.domain.wall.WallBoard.Hanging;
import cn.dangqun.domain.wall.WallCatalogue;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.reference.Sealing;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// The wall as the street sent it, seen by the kiosk's own clock: what has ended is gone, also without a network. A
/// kiosk that was revoked shows nothing of the street's any more; one that is only out of contact does.
final class ReferenceWall implements WallService {
    private final ReferenceStore reference;
    private final Clock clock;
    private final ZoneId zone;
    private final Hanging lastResort;

    public ReferenceWall(ReferenceStore reference, Clock clock, ZoneId zone, Hanging lastResort) {
        this.reference = reference;
        this.clock = clock;
        this.zone = zone;
        this.lastResort = lastResort;
    }

    @Override
    public WallBoard today() {
        if (reference.sealing().filter(Sealing.REVOKED::equals).isPresent()) {
            return new WallBoard(List.of(lastResort));
        }
        var index = reference.index();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var slots = index.items(ReferenceItem.WallSlotItem.class).stream()
                .map(ReferenceItem.WallSlotItem::slot)
                .toList();
        var pieces = index.items(ReferenceItem.WallPieceItem.class).stream()
                .map(ReferenceItem.WallPieceItem::piece)
                .toList();
        return WallBoard.on(today, new WallCatalogue(slots), pieces, lastResort);
    }

    @Override
    public void onChange(Runnable changed) {
        reference.onChange(changed);
    }
}
