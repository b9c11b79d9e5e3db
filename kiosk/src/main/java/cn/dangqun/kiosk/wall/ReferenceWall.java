package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.organization.NumberedName;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.wall.WallBoard;
import cn.dangqun.domain.wall.WallBoard.Hanging;
import cn.dangqun.domain.wall.WallCatalogue;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.kiosk.content.ContentFiles;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.reference.Sealing;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The wall as the street sent it, seen by the kiosk's own clock: what has ended is gone, also without a network. A
/// kiosk that was revoked shows nothing of the street's any more; one that is only out of contact does.
final class ReferenceWall implements WallService {
    private final ReferenceStore reference;
    private final ContentFiles content;
    private final Clock clock;
    private final ZoneId zone;
    private final Hanging lastResort;

    public ReferenceWall(ReferenceStore reference, ContentFiles content, Clock clock, ZoneId zone, Hanging lastResort) {
        this.reference = reference;
        this.content = content;
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
        return named(WallBoard.on(today, new WallCatalogue(slots), pieces, lastResort), index);
    }

    /// Of the frames in which each branch has its own, or each of several communities: whose each is, and all in
    /// the order in which they are counted.
    private static WallBoard named(WallBoard board, ReferenceIndex index) {
        var frames = new LinkedHashMap<WallSlot, List<Hanging>>();
        var several = board.hanging().stream()
                .filter(each -> each.slot().reach() == WallReach.COMMUNITY)
                .collect(Collectors.groupingBy(Hanging::slot, Collectors.counting()));
        for (var each : board.hanging()) {
            boolean named = each.slot().reach() == WallReach.BRANCH || several.getOrDefault(each.slot(), 0L) > 1;
            frames.computeIfAbsent(each.slot(), _ -> new ArrayList<>())
                    .add(new Hanging(each.slot(), each.piece(), named ? owner(each, index) : ""));
        }
        frames.values().forEach(each -> each.sort(Comparator.comparing(hanging -> NumberedName.key(hanging.owner()))));
        return new WallBoard(frames.values().stream().flatMap(List::stream).toList());
    }

    private static String owner(Hanging hanging, ReferenceIndex index) {
        return hanging.piece().place().organization().map(index::nameOf).orElse("");
    }

    @Override
    public boolean hasCome(ContentId file) {
        return content.hasCome(file);
    }

    @Override
    public Optional<byte[]> picture(ContentId file) {
        return content.read(file);
    }

    @Override
    public void onChange(Runnable changed) {
        reference.onChange(changed);
        content.onChange(changed);
    }
}
