package cn.dangqun.domain.wall;

/// What a step came to.
public sealed interface WallMove {
    record Taken(WallVersion version) implements WallMove {}

    record Refused(WallRefusal why) implements WallMove {}
}
