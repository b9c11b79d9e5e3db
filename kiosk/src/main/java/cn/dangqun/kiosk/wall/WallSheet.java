package cn.dangqun.kiosk.wall;

import java.util.List;

/// The lines that stand on the paper together.
record WallSheet(List<WallLine> lines) {
    public WallSheet {
        lines = List.copyOf(lines);
    }
}
