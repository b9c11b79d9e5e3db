package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.staff.ProgramState.Wish;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.Texts;
import java.util.ArrayList;
import javafx.scene.layout.StackPane;

/// 重启、退出程序: what each means, and the question before it.
final class ProgramScreen extends StackPane {
    private final ProgramViewModel model;
    private final Look look;
    private final Texts texts;
    private final Runnable back;

    ProgramScreen(ProgramViewModel model, Look look, Runnable back) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.back = back;
        setId("program");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(ProgramState state) {
        switch (state) {
            case ProgramState.Shut _ -> getChildren().clear();
            case ProgramState.Choosing(boolean restarts) -> choosing(restarts);
            case ProgramState.Asking(var wish) -> asking(wish);
            case ProgramState.Closing _ ->
                getChildren().setAll(page(new Notice(Glyph.HOURGLASS, texts.get("staff.program.closing"), "")));
        }
    }

    private Page page(Notice notice) {
        return new Page(look, texts.get("staff.program.open"), texts.get("staff.program.about")).body(notice);
    }

    private void choosing(boolean restarts) {
        var means = texts.get(restarts ? "staff.program.means" : "staff.program.means.end");
        var buttons = new ArrayList<ActionButton>();
        if (restarts) {
            buttons.add(button("restart", "staff.program.restart", () -> model.ask(Wish.RESTART), "outline"));
        }
        buttons.add(button("end", "staff.program.end", () -> model.ask(Wish.END), "outline"));
        buttons.add(button("corner", "roll.leave", back, "outline").withIcon(Glyph.BACK));
        getChildren()
                .setAll(page(new Notice(Glyph.INFORMATION, texts.get("staff.program.which"), means))
                        .foot(buttons.toArray(ActionButton[]::new)));
    }

    private void asking(Wish wish) {
        var notice = switch (wish) {
            case RESTART ->
                new Notice(
                        Glyph.QUESTION,
                        texts.get("staff.program.restart.ask"),
                        texts.get("staff.program.restart.ask.next"));
            case END ->
                new Notice(Glyph.QUESTION, texts.get("staff.program.end.ask"), texts.get("staff.program.end.ask.next"));
        };
        var yes = wish == Wish.RESTART ? "staff.program.restart.yes" : "staff.program.end.yes";
        getChildren()
                .setAll(page(notice)
                        .foot(
                                button("yes", yes, model::yes, "outline"),
                                button("no", "staff.program.no", model::no, "primary")
                                        .withIcon(Glyph.BACK)));
    }

    private ActionButton button(String id, String key, Runnable action, String style) {
        var button = new ActionButton(texts.get(key), action, style);
        button.setId(id);
        return button;
    }
}
