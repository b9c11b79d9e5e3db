package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.wall.WallBoard.Hanging;
import cn.dangqun.domain.wall.WallText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

    /// First the pictures, a sheet each, then the words. `here`: whether a picture's file has come.
    static WallPage of(Hanging hanging, WallPages.Paper paper, int number, Predicate<ContentId> here) {
        var text = hanging.piece().text();
        var larger = paper.magnified(LARGE_TYPE, TYPE);
        var large = WallPages.of(text, larger);
        boolean isLarge = large.size() == 1;
        var sheets = new ArrayList<WallSheet>();
        for (var picture : hanging.piece().pictures()) {
            var words = new WallText(text.title(), picture.words());
            var lines = WallPages.of(words, isLarge ? larger : paper).getFirst().lines();
            sheets.add(new WallSheet(
                    lines, Optional.of(picture), here.test(picture.file().id())));
        }
        sheets.addAll(isLarge ? large : WallPages.of(text, paper));
        return new WallPage(hanging, sheets, isLarge, number);
    }
}
