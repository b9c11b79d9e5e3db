package cn.dangqun.server.wall;

import cn.dangqun.domain.wall.PublicityState;
import cn.dangqun.domain.wall.SlotVerdict;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallSlot;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;

/// What hangs in a frame at a place, and where its column stands: late is judged by the day on which something really
/// came to hang, and what never hung is owed since the place was entered.
record FrameStanding(SlotVerdict verdict, Optional<PublicityState> column) {
    /// `pieces`: what is published for that place.
    static FrameStanding of(
            WallSlot slot, WallPlaces.Named place, Collection<WallPiece> pieces, ZoneId zone, LocalDate today) {
        var verdict = SlotVerdict.of(slot, pieces, today);
        return new FrameStanding(
                verdict,
                slot.column()
                        .map(column -> column.cycle().standing(verdict.renewedOn(), place.since(zone, today), today)));
    }

    Optional<PublicityState> overdue() {
        return column.filter(PublicityState::isOverdue);
    }

    boolean isOverdue() {
        return overdue().isPresent();
    }
}
