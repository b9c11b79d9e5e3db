package cn.dangqun.domain.wall;

import java.util.List;
import java.util.Optional;

/// What a writer hands over: the words, what kind of content they are, where they come from, when they may hang, and
/// the pictures that hang with them.
public record WallDraft(
        WallClassification classification,
        WallText text,
        Optional<WallSource> source,
        Validity validity,
        List<WallPicture> pictures) {
    public WallDraft {
        pictures = List.copyOf(pictures);
        if (pictures.size() > WallPicture.MOST) {
            throw new IllegalArgumentException("a piece has at most " + WallPicture.MOST + " pictures");
        }
    }

    /// Words alone.
    public WallDraft(WallClassification classification, WallText text, Optional<WallSource> source, Validity validity) {
        this(classification, text, source, validity, List.of());
    }

    public WallDraft showing(List<WallPicture> others) {
        return new WallDraft(classification, text, source, validity, others);
    }
}
