package cn.dangqun.kiosk.wall;

/// One line as it is set. `indent` is in tenths of a character; `gap` stands above it, in tenths of a line.
record WallLine(boolean heading, int indent, int gap, String text) {
    WallLine withoutGap() {
        return new WallLine(heading, indent, 0, text);
    }
}
