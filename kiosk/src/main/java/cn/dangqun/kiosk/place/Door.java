package cn.dangqun.kiosk.place;

/// A tile that can be pressed. `place` is the id of where it leads.
public record Door(String place, Tile tile, Runnable open) {}
