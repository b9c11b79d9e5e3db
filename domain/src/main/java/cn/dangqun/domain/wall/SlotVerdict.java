package cn.dangqun.domain.wall;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Whether a frame has what it must have (F-32): something hangs, what hung has ended, or nothing ever did.
public sealed interface SlotVerdict {
    record Present(WallPiece piece) implements SlotVerdict {}

    /// `endedOn`: the last day something hung here.
    record Expired(LocalDate endedOn) implements SlotVerdict {}

    record Missing() implements SlotVerdict {}

    /// `pieces`: what is published for one place.
    static SlotVerdict of(WallSlot slot, Collection<WallPiece> pieces, LocalDate today) {
        var hangs = WallBoard.inFrame(slot, pieces, today);
        if (hangs.isPresent()) {
            return new Present(hangs.get());
        }
        return pieces.stream()
                .filter(piece -> piece.slot().equals(slot.id()))
                .map(piece -> piece.validity().until())
                .flatMap(Optional::stream)
                .filter(last -> last.isBefore(today))
                .max(Comparator.naturalOrder())
                .<SlotVerdict>map(Expired::new)
                .orElseGet(Missing::new);
    }
}
