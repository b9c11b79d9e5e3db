package cn.dangqun.server.wall;

import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.domain.wall.SlotVerdict;
import cn.dangqun.domain.wall.WallDemand;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Scope;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// What the walls inside a [Scope] lack today, for reports: frames that must hang and do not, what has expired,
/// and columns that are behind their cycle. Call it inside one read transaction.
public final class WallDebts {
    private final WallLibrary library = WallLibrary.shipped();
    private final WallWords words;
    private final Times times;
    private final ZoneId zone;

    public WallDebts(Texts texts, Times times, ZoneId zone) {
        this.words = new WallWords(texts);
        this.times = times;
        this.zone = zone;
    }

    /// `place` is a name, `state` says what is wrong, `since` for how long, where that is known.
    public record Debt(String key, String place, String frame, String state, String since, String address) {}

    /// By reach, and in the order of the tree.
    public List<Debt> all(Handle handle, Scope scope) {
        var places = new WallPlaces(handle, scope);
        Map<WallPlace, List<WallPiece>> pieces = new WallStore(handle, library.catalogue())
                .published(zone).stream().collect(Collectors.groupingBy(WallPiece::place));
        var debts = new ArrayList<Debt>();
        for (var reach : WallReach.values()) {
            var slots = library.catalogue().all().stream()
                    .filter(slot -> slot.reach() == reach && !slot.isForbidden())
                    .toList();
            for (var place : slots.isEmpty() ? List.<WallPlaces.Named>of() : places.at(reach)) {
                for (var slot : slots) {
                    debt(slot, place, pieces.getOrDefault(place.place(), List.of()))
                            .ifPresent(debts::add);
                }
            }
        }
        return debts;
    }

    private Optional<Debt> debt(WallSlot slot, WallPlaces.Named place, List<WallPiece> here) {
        var standing = FrameStanding.of(slot, place, here, zone, times.today());
        var owed = standing.overdue().map(words::owedBriefly);
        return switch (standing.verdict()) {
            case SlotVerdict.Present _ -> owed.map(since -> debt(slot, place, "wall.cell.overdue", since));
            case SlotVerdict.Expired(var endedOn, var _) ->
                Optional.of(debt(slot, place, "wall.cell.expired", owed.orElseGet(endedOn::toString)));
            case SlotVerdict.Missing _ -> {
                if (library.isNeverBlank(slot.id())) {
                    yield owed.map(since -> debt(slot, place, "wall.cell.overdue", since));
                }
                yield slot.demand() == WallDemand.MANDATORY
                        ? Optional.of(debt(slot, place, "wall.cell.missing", owed.orElse("")))
                        : owed.map(since -> debt(slot, place, "wall.cell.overdue", since));
            }
        };
    }

    private Debt debt(WallSlot slot, WallPlaces.Named place, String state, String since) {
        return new Debt(
                slot.id() + " " + place.place().reach() + " " + place.id(),
                words.place(place),
                slot.title(),
                words.texts().get(state),
                since,
                FrameRoutes.address(slot.id(), place.place()));
    }
}
