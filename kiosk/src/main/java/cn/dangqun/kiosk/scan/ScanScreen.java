package cn.dangqun.kiosk.scan;

import cn.dangqun.kiosk.scan.ScanState.Choosing;
import cn.dangqun.kiosk.scan.ScanState.Looking;
import cn.dangqun.kiosk.scan.ScanState.Said;
import cn.dangqun.kiosk.scan.ScanState.Shown;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.PagedList;
import cn.dangqun.kiosk.ui.Texts;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// 拍签到表: what the camera sees or the stick holds, one picture, and the button that keeps it.
final class ScanScreen extends StackPane {
    private static final int FILES_PORTRAIT = 6;
    private static final int FILES_LANDSCAPE = 4;
    /// Characters of a file's name that never need a second line.
    private static final int LONGEST_NAME = 34;

    private final ScanViewModel model;
    private final Look look;
    private final Texts texts;
    private final Runnable leave;

    ScanScreen(ScanViewModel model, Look look, Runnable leave) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.leave = leave;
        setId("scan");
        model.state().addListener((_, before, now) -> render(before, now));
        render(new ScanState.Shut(), model.state().get());
    }

    private void render(ScanState before, ScanState state) {
        setDisable(false);
        switch (state) {
            case ScanState.Shut _ -> getChildren().clear();
            case ScanState.Nothing nothing ->
                show(
                        page(nothing.title(), 0)
                                .body(new Notice(Glyph.DEVICE, texts.get("scan.none"), texts.get("scan.none.next"))),
                        back());
            case ScanState.Reading reading -> reading(reading);
            case Looking looking -> looking(before, looking);
            case Choosing choosing -> choosing(choosing);
            case Shown shown -> shown(shown);
        }
    }

    /// What stood there stays, so that nothing flickers.
    private void reading(ScanState.Reading reading) {
        if (getChildren().isEmpty()) {
            show(page(reading.title(), 0).body(new Notice(Glyph.HOURGLASS, texts.get("scan.reading"), "")), back());
        }
        setDisable(true);
    }

    /// A new picture of the camera replaces the one before, and moves no button.
    private void looking(ScanState before, Looking now) {
        if (before instanceof Looking last
                && last.seen().isPresent()
                && now.seen().isPresent()
                && lookup("#scan-picture") instanceof PageView view) {
            view.show(now.seen().get());
            return;
        }
        var take = button("scan-take", "scan.take", model::take, "primary");
        take.setDisable(now.seen().isEmpty());
        var buttons = new ArrayList<ActionButton>();
        buttons.add(take);
        if (now.stick()) {
            buttons.add(button("scan-stick", "scan.useStick", model::useStick, "outline"));
        }
        buttons.add(back());
        var body = now.seen()
                .<Node>map(picture -> picture(picture, now.said(), "scan.hold"))
                .orElseGet(() -> waiting(now.said()));
        show(page(now.title(), now.kept()).body(body), buttons.toArray(ActionButton[]::new));
    }

    private Node waiting(Said said) {
        var notice = new Notice(Glyph.HOURGLASS, texts.get("scan.wait"), texts.get("scan.wait.next"));
        return said == Said.NOTHING ? notice : column(said(said), notice);
    }

    private void choosing(Choosing now) {
        var buttons = new ArrayList<ActionButton>();
        buttons.add(button("scan-stick", "scan.stickAgain", model::useStick, "outline"));
        if (now.camera()) {
            buttons.add(button("scan-camera", "scan.useCamera", model::useCamera, "outline"));
        }
        buttons.add(back());
        var page = page(now.title(), now.kept());
        var parts = new ArrayList<Node>();
        if (now.said() != Said.NOTHING) {
            parts.add(said(now.said()));
        }
        if (!now.camera()) {
            parts.add(Labels.of(texts.get("scan.noCamera"), "type-24", "quiet"));
        }
        if (now.files().isEmpty()) {
            parts.add(new Notice(Glyph.DEVICE, texts.get("scan.noFiles"), texts.get("scan.noFiles.next")));
        } else {
            parts.add(Labels.of(texts.get("scan.choose"), "type-32", "ink"));
            var list = new PagedList<>(
                    texts, now.files(), look.isPortrait() ? FILES_PORTRAIT : FILES_LANDSCAPE, this::file);
            list.takeTurner().ifPresent(page::beside);
            parts.add(list);
        }
        show(page.body(column(parts.toArray(Node[]::new))), buttons.toArray(ActionButton[]::new));
    }

    private Node file(String name) {
        var button = new ActionButton(cut(name), () -> model.choose(name), "outline");
        button.setAccessibleText(name);
        return button;
    }

    /// The end says more than the beginning: it has the number.
    private static String cut(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST_NAME ? name : "…" + name.substring(name.offsetByCodePoints(0, length - LONGEST_NAME));
    }

    private void shown(Shown now) {
        show(
                page(now.title(), now.kept()).body(picture(now.picture(), now.said(), "scan.look")),
                button("scan-keep", "scan.keep", model::keep, "primary"),
                button("scan-turn", "scan.turn", model::turn, "outline"),
                button("scan-again", now.fromCamera() ? "scan.again" : "scan.other", model::again, "outline"),
                back());
    }

    private Node picture(PageImage picture, Said said, String hint) {
        var view = new PageView();
        view.setId("scan-picture");
        view.show(picture);
        VBox.setVgrow(view, Priority.ALWAYS);
        var words = said == Said.NOTHING ? Labels.of(texts.get(hint), "type-32", "ink") : said(said);
        var column = new VBox(view, words);
        column.getStyleClass().add("gap-24");
        return column;
    }

    private Node said(Said said) {
        var words = switch (said) {
            case NOTHING -> "";
            case KEPT -> texts.get("scan.said.kept");
            case NOT_SAVED -> texts.get("scan.said.notSaved");
            case TOO_MANY -> texts.get("scan.said.tooMany", ScanDesk.MOST);
            case GONE -> texts.get("scan.said.gone");
            case NO_STICK -> texts.get("scan.said.noStick");
            case NO_PICTURE -> texts.get("scan.said.noPicture");
        };
        var label = Labels.of(words, "type-32", "bold", said == Said.KEPT ? "green" : "amber");
        label.setId("scan-said");
        return label;
    }

    /// What is touched stands low in portrait.
    private Node column(Node... parts) {
        var column = new VBox();
        column.getStyleClass().add("gap-24");
        if (look.isPortrait()) {
            var space = new Region();
            VBox.setVgrow(space, Priority.ALWAYS);
            column.getChildren().add(space);
        }
        column.getChildren().addAll(parts);
        return column;
    }

    private Page page(String title, int kept) {
        return new Page(look, texts.get("scan.title"), texts.get("scan.about", title, kept));
    }

    private void show(Page page, ActionButton... buttons) {
        getChildren().setAll(page.foot(buttons));
    }

    private ActionButton back() {
        return button("scan-back", "scan.back", leave, "outline");
    }

    private ActionButton button(String id, String key, Runnable action, String style) {
        var button = new ActionButton(texts.get(key), action, style);
        button.setId(id);
        return button;
    }
}
