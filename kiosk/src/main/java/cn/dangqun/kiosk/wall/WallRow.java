package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.wall.WallBoard.Hanging;
import cn.dangqun.domain.wall.WallSlot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// One frame in the list with everything that hangs in it: one piece, or that of each branch.
record WallRow(WallSlot slot, List<Hanging> pieces) {
    WallRow {
        pieces = List.copyOf(pieces);
    }

    /// Whether there is something to choose from first.
    boolean isShared() {
        return pieces.size() > 1;
    }

    static List<WallRow> of(List<Hanging> hanging) {
        var frames = new LinkedHashMap<WallSlot, List<Hanging>>();
        hanging.forEach(each ->
                frames.computeIfAbsent(each.slot(), _ -> new ArrayList<>()).add(each));
        return frames.entrySet().stream()
                .map(each -> new WallRow(each.getKey(), each.getValue()))
                .toList();
    }
}
