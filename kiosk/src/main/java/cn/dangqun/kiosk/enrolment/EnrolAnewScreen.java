package cn.dangqun.kiosk.enrolment;

import cn.dangqun.kiosk.sync.SyncMonitor;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import javafx.scene.layout.StackPane;

/// First what happens to what is not uploaded yet, then the same keys as before the first enrolment.
final class EnrolAnewScreen extends StackPane {
    private final EnrolmentViewModel model;
    private final SyncMonitor sync;
    private final Look look;
    private final Runnable back;
    private final EnrolmentScreen keys;

    EnrolAnewScreen(EnrolmentViewModel model, SyncMonitor sync, Look look, Runnable back) {
        this.model = model;
        this.sync = sync;
        this.look = look;
        this.back = back;
        this.keys = new EnrolmentScreen(model, look, "enrolment.anew.title", back("enrolment.anew.back"));
        setId("enrol-anew");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(EnrolmentState state) {
        if (state instanceof EnrolmentState.Confirming) {
            getChildren().setAll(confirming());
        } else if (!getChildren().contains(keys)) {
            getChildren().setAll(keys);
        }
    }

    private Page confirming() {
        var texts = look.texts();
        long pending = sync.status().pending();
        var unsent = pending == 0 ? texts.get("enrolment.anew.nothing") : texts.get("enrolment.anew.pending", pending);
        var go = new ActionButton(texts.get("enrolment.anew.go"), model::begin, "primary");
        go.setId("go-on");
        return new Page(look, texts.get("enrolment.anew.title"), texts.get("enrolment.anew.subtitle"))
                .body(new Notice(Glyph.LINK, texts.get("enrolment.anew.ask"), unsent))
                .foot(back("enrolment.anew.not"), go);
    }

    private ActionButton back(String key) {
        var button = new ActionButton(look.texts().get(key), back, "outline").withIcon(Glyph.BACK);
        button.setId("corner");
        return button;
    }
}
