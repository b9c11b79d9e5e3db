package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import javafx.scene.layout.StackPane;

/// 还在看吗？ before somebody who has not touched the screen for long is sent away. A touch anywhere says yes, and what
/// they looked at stands there again.
final class StillHereScreen extends StackPane {
    StillHereScreen(Look look, Runnable yes) {
        var texts = look.texts();
        var button = new ActionButton(texts.get("shell.still.yes"), yes, "primary");
        button.setId("still-yes");
        var notice = new Notice(
                Glyph.QUESTION,
                texts.get("shell.still.ask"),
                texts.get("shell.still.next", ShellViewModel.ASKED.toSeconds()));
        setId("still-here");
        getChildren()
                .setAll(new Page(look, texts.get("shell.still.title"), "")
                        .body(notice)
                        .foot(button));
    }
}
