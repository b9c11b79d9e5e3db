package cn.dangqun.server.wall;

import cn.dangqun.domain.wall.PublicityState;
import cn.dangqun.domain.wall.SlotVerdict;
import cn.dangqun.domain.wall.WallCatalogue;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.server.web.Scope;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// What every branch in scope owes in the frames of which each has its own: three readings, however many
/// branches there are.
record BranchNotices(WallCatalogue catalogue, ZoneId zone, LocalDate today) {
    /// `filedOn`: when what hangs was filed with the superior.
    record Notice(WallSlot slot, WallPlaces.Named branch, FrameStanding standing, Optional<LocalDate> filedOn) {
        boolean isOverdue() {
            return standing.isOverdue();
        }

        int missed() {
            return standing.column().map(PublicityState::missed).orElse(0);
        }
    }

    /// By frame, and in the order of the tree. `pieces`: all that is published.
    List<Notice> all(Handle handle, Scope scope, List<WallPiece> pieces) {
        var slots = catalogue.all().stream()
                .filter(slot -> slot.reach() == WallReach.BRANCH)
                .toList();
        if (slots.isEmpty()) {
            return List.of();
        }
        var branches = new WallPlaces(handle, scope).at(WallReach.BRANCH);
        Map<WallPlace, List<WallPiece>> byPlace = pieces.stream()
                .filter(piece -> piece.place().reach() == WallReach.BRANCH)
                .collect(Collectors.groupingBy(WallPiece::place));
        var filed = filed(handle);
        var notices = new ArrayList<Notice>();
        for (var slot : slots) {
            for (var branch : branches) {
                var here = byPlace.getOrDefault(branch.place(), List.of());
                var standing = FrameStanding.of(slot, branch, here, zone, today);
                notices.add(new Notice(slot, branch, standing, filedOn(standing, filed)));
            }
        }
        return notices;
    }

    private static Optional<LocalDate> filedOn(FrameStanding standing, Map<String, LocalDate> filed) {
        return standing.verdict() instanceof SlotVerdict.Present(var piece)
                ? Optional.ofNullable(filed.get(piece.id().value()))
                : Optional.empty();
    }

    /// Of what is published now; what was replaced keeps its receipt on its own page.
    private static Map<String, LocalDate> filed(Handle handle) {
        var filed = new HashMap<String, LocalDate>();
        handle.createQuery("SELECT f.version, f.filed_on FROM wall_version v"
                        + " JOIN wall_filing f ON f.street = 1 AND f.version = v.id"
                        + " WHERE v.street = 1 AND v.state = 'PUBLISHED'")
                .map((row, context) -> Map.entry(row.getString("version"), LocalDate.parse(row.getString("filed_on"))))
                .forEach(each -> filed.put(each.getKey(), each.getValue()));
        return filed;
    }
}
