package cn.dangqun.kiosk.wall;

/// Whose turn it is while nobody is here.
sealed interface WallTurn {
    /// The idle screen: the hour, what is on, how to check in
    record Rest() implements WallTurn {}

    record Show(WallPage page) implements WallTurn {}
}
