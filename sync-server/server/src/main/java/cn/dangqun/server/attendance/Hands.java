package cn.dangqun.server.attendance;

import cn.dangqun.server.text.Texts;
import java.util.List;

/// What guests wrote, in words with an address each. `maySee`: the viewer may see names; `address` is the activity's.
record Hands(Texts texts, boolean maySee, String address) {
    List<SheetModel.PaperSheet> of(AttendanceSheet.Hand hand) {
        return List.of(
                link(texts.get("attendance.guest.name"), hand.name()),
                link(texts.get("attendance.guest.belongs"), hand.belongs()));
    }

    private SheetModel.PaperSheet link(String words, AttendanceSheet.Attached hand) {
        var state = state(hand.state());
        return new SheetModel.PaperSheet(
                words,
                state,
                state.isEmpty() ? address + "/pictures/" + hand.id().hex() : "");
    }

    /// Empty for what the viewer may open.
    String state(PaperSheetStore.State state) {
        return switch (state) {
            case HERE -> maySee ? "" : texts.get("attendance.paper.hidden");
            case ON_ITS_WAY -> texts.get("attendance.paper.onItsWay");
            case FORGOTTEN -> texts.get("attendance.paper.forgotten");
        };
    }
}
