package cn.dangqun.domain.wall;

import java.time.LocalDate;
import java.util.Optional;

/// What hangs in a frame, as kiosks receive it: published, and so never [WallClassification#INTERNAL]. `number`
/// counts the versions of one frame at one place.
public record WallPiece(
        WallPieceId id,
        WallSlotId slot,
        WallPlace place,
        int number,
        WallClassification classification,
        WallText text,
        Optional<WallSource> source,
        Validity validity,
        LocalDate publishedOn) {
    public WallPiece {
        if (!classification.mayHang()) {
            throw new IllegalArgumentException("wall piece " + id + " is internal and never hangs");
        }
        if (number < 1) {
            throw new IllegalArgumentException("versions of a wall piece count from 1");
        }
    }
}
