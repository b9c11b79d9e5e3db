package cn.dangqun.domain.wall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What hangs on a wall on one day (F-35): in every frame the newest piece that is valid, and when even the oath's
/// frame is empty the oath that came with the program. So a wall is never blank.
public record WallBoard(List<Hanging> hanging) {
    // the later it began to hang the nearer; of two that began together the later version
    private static final Comparator<WallPiece> NEWEST = Comparator.comparing(
                    (WallPiece piece) -> piece.validity().from())
            .thenComparingInt(WallPiece::number)
            .thenComparing(piece -> piece.id().value());

    public WallBoard {
        hanging = List.copyOf(hanging);
        if (hanging.isEmpty()) {
            throw new IllegalArgumentException("a wall is never blank");
        }
    }

    /// A frame with what is in it.
    public record Hanging(WallSlot slot, WallPiece piece) {}

    /// `lastResort` hangs when its own frame is empty.
    public static WallBoard on(
            LocalDate day, WallCatalogue catalogue, Collection<WallPiece> pieces, Hanging lastResort) {
        var hanging = new ArrayList<Hanging>();
        for (var slot : catalogue.all()) {
            inFrame(slot, pieces, day).ifPresent(piece -> hanging.add(new Hanging(slot, piece)));
        }
        var stands = hanging.stream()
                .anyMatch(each -> each.slot().id().equals(lastResort.slot().id()));
        if (!stands) {
            hanging.addFirst(lastResort);
        }
        return new WallBoard(hanging);
    }

    /// The pieces of one frame that can never hang again, even if `fallbacks` of those that hang for good are
    /// withdrawn. Whatever still waits for its days, or stands in when something ends, is not among them.
    public static List<WallPiece> outlived(Collection<WallPiece> frame, LocalDate today, int fallbacks) {
        var outlived = new ArrayList<WallPiece>();
        int standing = 0;
        for (var piece : frame.stream().sorted(NEWEST.reversed()).toList()) {
            if (standing > fallbacks) {
                outlived.add(piece);
            }
            boolean forGood = piece.validity().until().isEmpty();
            standing += forGood && piece.validity().contains(today) ? 1 : 0;
        }
        return outlived;
    }

    /// What one frame shows on a day; a piece that was put into the wrong kind of frame shows nowhere.
    public static Optional<WallPiece> inFrame(WallSlot slot, Collection<WallPiece> pieces, LocalDate day) {
        return pieces.stream()
                .filter(piece -> piece.slot().equals(slot.id()))
                .filter(piece -> piece.classification() == slot.holds())
                .filter(piece -> !slot.official()
                        || piece.source().filter(WallSource::isProofread).isPresent())
                .filter(piece -> piece.validity().contains(day))
                .max(NEWEST);
    }
}
