package cn.dangqun.domain.wall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What hangs in a frame, as kiosks receive it: published, and so never [WallClassification#INTERNAL].
/// `number` counts the versions of one frame at one place. `publishedAt` by the street's clock; [Instant#EPOCH]
/// in a piece from a street whose software did not tell.
public record WallPiece(
        WallPieceId id,
        WallSlotId slot,
        WallPlace place,
        int number,
        WallClassification classification,
        WallText text,
        Optional<WallSource> source,
        Validity validity,
        LocalDate publishedOn,
        Instant publishedAt,
        List<WallPicture> pictures) {
    public WallPiece {
        pictures = List.copyOf(pictures);
        if (pictures.size() > WallPicture.MOST || !pictures.stream().allMatch(WallPicture::isDescribed)) {
            throw new IllegalArgumentException("wall piece " + id + " has too many pictures, or one without words");
        }
        if (!classification.mayHang()) {
            throw new IllegalArgumentException("wall piece " + id + " is internal and never hangs");
        }
        if (number < 1) {
            throw new IllegalArgumentException("versions of a wall piece count from 1");
        }
    }

    /// Words alone.
    public WallPiece(
            WallPieceId id,
            WallSlotId slot,
            WallPlace place,
            int number,
            WallClassification classification,
            WallText text,
            Optional<WallSource> source,
            Validity validity,
            LocalDate publishedOn,
            Instant publishedAt) {
        this(id, slot, place, number, classification, text, source, validity, publishedOn, publishedAt, List.of());
    }

    /// As streets sent it that did not tell the moment.
    public WallPiece(
            WallPieceId id,
            WallSlotId slot,
            WallPlace place,
            int number,
            WallClassification classification,
            WallText text,
            Optional<WallSource> source,
            Validity validity,
            LocalDate publishedOn) {
        this(id, slot, place, number, classification, text, source, validity, publishedOn, Instant.EPOCH);
    }

    /// Whether its last day had passed when it was published.
    boolean hasNeverHung() {
        return validity.hasEndedBy(publishedOn);
    }

    /// The day it really came to hang: no writer dates it back before the street published it.
    public LocalDate hungOn() {
        return publishedOn.isAfter(validity.from()) ? publishedOn : validity.from();
    }
}
