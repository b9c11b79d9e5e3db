package cn.dangqun.server.wall;

import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.organizations.OrganizationWords;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// 组织架构 written from the tree of organisations, and where the tree is no longer what hangs.
final class StructureRoutes implements Routes {
    private static final WallSlotId FRAME = new WallSlotId("structure");

    private final Database database;
    private final StreetRoster roster;
    private final WallLibrary library;
    private final WallWords words;
    private final Times times;

    StructureRoutes(Database database, StreetRoster roster, WallLibrary library, WallWords words, Times times) {
        this.database = database;
        this.roster = roster;
        this.library = library;
        this.words = words;
        this.times = times;
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.action(
                "/wall/structure",
                new Policy(
                        Right.of(Permission.WRITE_WALL),
                        Subtree.of(
                                (handle, visit) -> WallPlaces.owner(handle, WallReach.COMMUNITY, visit.form("place"))),
                        Trace.deed(Action.WALL_WRITTEN)),
                this::write);
    }

    private Optional<WallSlot> slot() {
        return library.catalogue().find(FRAME).filter(slot -> slot.reach() == WallReach.COMMUNITY);
    }

    private Reply write(Visit visit) {
        return database.write((handle, changes) -> {
            var place = new WallPlaces(handle, visit.viewer().scope()).find(WallReach.COMMUNITY, visit.form("place"));
            var slot = slot();
            if (place.isEmpty() || slot.isEmpty()) {
                return new Reply.NotFound();
            }
            return new StructureText(handle, roster.now(handle), new OrganizationWords(words.texts()), times.today())
                    .of(slot.get().title(), new OrganizationId(place.get().id()))
                    .<Reply>map(text -> new Reply.SeeOther(new WallDrafts(library, times)
                            .begin(handle, FRAME, place.get().place(), Optional.empty(), text, Actor.of(visit))))
                    .orElseGet(Reply.BadRequest::new);
        });
    }

    /// Every community, and those of which the newest text that was written from the tree says something else than the
    /// tree does today.
    WallModel.Structure summary(Handle handle, List<WallPlaces.Named> communities) {
        var slot = slot();
        if (slot.isEmpty()) {
            return new WallModel.Structure(List.of(), List.of());
        }
        var written = written(handle);
        return new WallModel.Structure(
                communities.stream()
                        .map(each -> new Choice(each.id(), each.name(), false))
                        .toList(),
                written.isEmpty() ? List.of() : changed(handle, slot.get(), communities, written));
    }

    private List<WallModel.Link> changed(
            Handle handle, WallSlot slot, List<WallPlaces.Named> communities, Map<String, String> written) {
        var writer = new StructureText(handle, roster.now(handle), new OrganizationWords(words.texts()), times.today());
        return communities.stream()
                .filter(each -> written.containsKey(each.id()))
                .filter(each -> writer.of(slot.title(), new OrganizationId(each.id()))
                        .filter(text -> !WallDrafts.digest(text).equals(written.get(each.id())))
                        .isPresent())
                .map(each -> new WallModel.Link(FrameRoutes.address(FRAME, each.place()), each.name()))
                .toList();
    }

    /// By community the digest of the newest that was not taken down; none where somebody wrote that by hand.
    private static Map<String, String> written(Handle handle) {
        var newest = new HashMap<String, String>();
        handle.createQuery("SELECT v.place, coalesce(g.digest, '') AS digest FROM wall_version v"
                        + " LEFT JOIN wall_generated g ON g.street = 1 AND g.version = v.id"
                        + " WHERE v.street = 1 AND v.slot = ? AND v.reach = ? AND v.state <> 'WITHDRAWN'"
                        + " ORDER BY v.number")
                .bind(0, FRAME.value())
                .bind(1, WallReach.COMMUNITY.name())
                .map((row, context) -> Map.entry(row.getString("place"), row.getString("digest")))
                .forEach(each -> newest.put(each.getKey(), each.getValue()));
        newest.values().removeIf(String::isEmpty);
        return newest;
    }
}
