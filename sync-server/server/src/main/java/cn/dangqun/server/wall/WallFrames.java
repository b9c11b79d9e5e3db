package cn.dangqun.server.wall;

import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.domain.wall.WallCatalogue;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.ReferenceLedger;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Tells the kiosks the frames of the catalogue, and what hangs in them as this program tells it, each time the server
/// starts: what is as it was gives no number, frames that are gone are taken away. Frames that must never hang are not
/// sent.
final class WallFrames {
    private final Database database;
    private final ReferenceLedger reference;
    private final WallCatalogue catalogue;
    private final ZoneId zone;

    WallFrames(Database database, ReferenceLedger reference, WallCatalogue catalogue, ZoneId zone) {
        this.database = database;
        this.reference = reference;
        this.catalogue = catalogue;
        this.zone = zone;
    }

    void hang() {
        var frames = catalogue.all().stream()
                .filter(slot -> !slot.isForbidden())
                .<ReferenceItem>map(ReferenceItem.WallSlotItem::new)
                .toList();
        database.write((handle, changes) -> {
            var gone = new HashSet<>(hanging(handle));
            frames.forEach(each -> gone.remove(each.id()));
            gone.forEach(id -> reference.remove(handle, changes, ReferenceKind.WALL_SLOT, id));
            reference.publish(handle, changes, frames);
            return reference.publish(handle, changes, pieces(handle));
        });
    }

    /// An older program told no moment of publication; both sides must put pieces in the same order.
    private List<ReferenceItem> pieces(Handle handle) {
        return new WallStore(handle, catalogue)
                .published(zone).stream()
                        .<ReferenceItem>map(ReferenceItem.WallPieceItem::new)
                        .toList();
    }

    private static List<String> hanging(Handle handle) {
        return handle.createQuery("SELECT id FROM reference_item WHERE street = 1 AND kind = ?")
                .bind(0, ReferenceKind.WALL_SLOT.name())
                .mapTo(String.class)
                .list();
    }
}
