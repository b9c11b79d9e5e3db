package cn.dangqun.server.wall;

import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.domain.wall.WallCatalogue;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.ReferenceLedger;
import java.util.HashSet;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Tells the kiosks the frames of the catalogue, each time the server starts: those that are as they were give no
/// number, those that are gone are taken away. Frames that must never hang are not sent.
final class WallFrames {
    private final Database database;
    private final ReferenceLedger reference;
    private final WallCatalogue catalogue;

    WallFrames(Database database, ReferenceLedger reference, WallCatalogue catalogue) {
        this.database = database;
        this.reference = reference;
        this.catalogue = catalogue;
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
            return reference.publish(handle, changes, frames);
        });
    }

    private static List<String> hanging(Handle handle) {
        return handle.createQuery("SELECT id FROM reference_item WHERE street = 1 AND kind = ?")
                .bind(0, ReferenceKind.WALL_SLOT.name())
                .mapTo(String.class)
                .list();
    }
}
