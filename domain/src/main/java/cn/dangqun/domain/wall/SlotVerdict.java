package cn.dangqun.domain.wall;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Whether a frame has what it must have (F-32): something hangs, what hung has ended, or nothing ever did.
public sealed interface SlotVerdict {
    record Present(WallPiece piece) implements SlotVerdict {}

    /// `endedOn`: the last day something hung here; `hungOn`: the day on which that came to hang.
    record Expired(LocalDate endedOn, LocalDate hungOn) implements SlotVerdict {}

    record Missing() implements SlotVerdict {}

    /// `pieces`: what is published for one place.
    static SlotVerdict of(WallSlot slot, Collection<WallPiece> pieces, LocalDate today) {
        var hangs = WallBoard.inFrame(slot, pieces, today);
        if (hangs.isPresent()) {
            return new Present(hangs.get());
        }
        return pieces.stream()
                .filter(piece -> piece.slot().equals(slot.id()))
                .filter(piece -> piece.validity().hasEndedBy(today))
                .filter(piece -> !piece.hasNeverHung())
                .max(Comparator.comparing(SlotVerdict::lastDay).thenComparing(WallPiece::hungOn))
                .<SlotVerdict>map(piece -> new Expired(lastDay(piece), piece.hungOn()))
                .orElseGet(Missing::new);
    }

    private static LocalDate lastDay(WallPiece piece) {
        return piece.validity().until().orElse(LocalDate.MAX);
    }

    /// The day on which what hangs, or hung last, came to hang; lateness is judged by it.
    default Optional<LocalDate> renewedOn() {
        return switch (this) {
            case Present(var piece) -> Optional.of(piece.hungOn());
            case Expired(var ignored, var hungOn) -> Optional.of(hungOn);
            case Missing ignored -> Optional.empty();
        };
    }
}
