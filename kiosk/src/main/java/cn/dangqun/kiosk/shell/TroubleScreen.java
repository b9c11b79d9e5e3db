package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Tone;
import cn.dangqun.kiosk.ui.Verdict;
import java.util.List;
import javafx.scene.layout.StackPane;

/// Something unforeseen happened: a short code for staff, and the way back (DESIGN §8).
final class TroubleScreen extends StackPane {
    TroubleScreen(Look look, String code, Runnable home) {
        setId("trouble");
        var texts = look.texts();
        var back = new ActionButton(texts.get("ui.home"), home);
        back.setId("home");
        getChildren()
                .setAll(new Verdict(look, Tone.ATTENTION, Glyph.EXCLAMATION, texts.get("shell.trouble.word"))
                        .headline(code)
                        .sentence(texts.get("shell.trouble.sentence"))
                        .note(texts.get("shell.trouble.note"))
                        .actions(List.of(back)));
    }
}
