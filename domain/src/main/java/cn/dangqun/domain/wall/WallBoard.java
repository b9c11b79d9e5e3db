package cn.dangqun.domain.wall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// What hangs on a wall on one day (F-35): in every frame the newest piece that is valid, in a frame of the
/// branches or communities that of each, and when even the oath's frame is empty the oath that came with the
/// program. So a wall is never blank.
public record WallBoard(List<Hanging> hanging) {
    // the later it came to hang the nearer, by the street's clock and not by the first day that its writer chose;
    // of two that came together the one published later, else the later version
    private static final Comparator<WallPiece> NEWEST = Comparator.comparing(WallPiece::hungOn)
            .thenComparing(WallPiece::publishedAt)
            .thenComparingInt(WallPiece::number)
            .thenComparing(piece -> piece.id().value());

    public WallBoard {
        hanging = List.copyOf(hanging);
        if (hanging.isEmpty()) {
            throw new IllegalArgumentException("a wall is never blank");
        }
    }

    /// A frame with what is in it; `owner` names the branch whose it is, and is empty in every other frame and where
    /// nobody has looked the name up.
    public record Hanging(WallSlot slot, WallPiece piece, String owner) {
        public Hanging(WallSlot slot, WallPiece piece) {
            this(slot, piece, "");
        }
    }

    /// `lastResort` hangs when its own frame is empty.
    public static WallBoard on(
            LocalDate day, WallCatalogue catalogue, Collection<WallPiece> pieces, Hanging lastResort) {
        var hanging = new ArrayList<Hanging>();
        for (var slot : catalogue.all()) {
            hangingIn(slot, pieces, day).forEach(piece -> hanging.add(new Hanging(slot, piece)));
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

    /// In a frame of the branches the newest of each, by the id of the branch; in one of the communities that of
    /// each which the site serves.
    private static List<WallPiece> hangingIn(WallSlot slot, Collection<WallPiece> pieces, LocalDate day) {
        if (slot.reach() != WallReach.BRANCH && slot.reach() != WallReach.COMMUNITY) {
            return inFrame(slot, pieces, day).stream().toList();
        }
        var byPlace = new TreeMap<String, List<WallPiece>>();
        pieces.stream()
                .filter(piece -> piece.slot().equals(slot.id()))
                .forEach(piece -> byPlace.computeIfAbsent(piece.place().toString(), ignored -> new ArrayList<>())
                        .add(piece));
        return byPlace.values().stream()
                .flatMap(each -> inFrame(slot, each, day).stream())
                .toList();
    }

    /// How a version stands among `frame`, all pieces published for its frame and place: one that was published
    /// and does not hang says why.
    public static WallStage stage(WallVersion version, Collection<WallPiece> frame, LocalDate day) {
        var stage = version.stageOn(day);
        if (stage != WallStage.PUBLISHED) {
            return stage;
        }
        if (day.isBefore(version.draft().validity().from())) {
            return WallStage.SCHEDULED;
        }
        return inFrame(version.slot(), frame, day)
                        .filter(piece -> piece.id().equals(version.id()))
                        .isPresent()
                ? WallStage.PUBLISHED
                : WallStage.STANDBY;
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
