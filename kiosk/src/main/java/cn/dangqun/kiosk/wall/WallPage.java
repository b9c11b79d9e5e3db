package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.wall.WallBoard.Hanging;
import java.util.List;

/// A sheet of what hangs in a frame; `number` counts from 0. A short text, such as the oath, is set in larger type.
record WallPage(Hanging hanging, List<WallSheet> sheets, boolean large, int number) {
    private static final int TYPE = 44;
    private static final int LARGE_TYPE = 64;

    public WallPage {
        sheets = List.copyOf(sheets);
        number = Math.clamp(number, 0, sheets.size() - 1);
    }

    WallSheet sheet() {
        return sheets.get(number);
    }

    boolean isLast() {
        return number == sheets.size() - 1;
    }

    WallPage turned(int by) {
        return new WallPage(hanging, sheets, large, number + by);
    }

    static WallPage of(Hanging hanging, WallPages.Paper paper, int number) {
        var text = hanging.piece().text();
        var large = WallPages.of(text, paper.magnified(LARGE_TYPE, TYPE));
        return large.size() == 1
                ? new WallPage(hanging, large, true, 0)
                : new WallPage(hanging, WallPages.of(text, paper), false, number);
    }
}
