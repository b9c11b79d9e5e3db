package cn.dangqun.domain.wall;

import java.util.Optional;

/// What a writer hands over: the words, what kind of content they are, where they come from, and when they may hang.
public record WallDraft(
        WallClassification classification, WallText text, Optional<WallSource> source, Validity validity) {}
