package cn.dangqun.kiosk.window;

import cn.dangqun.kiosk.queue.QrView;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Where computers at the windows and the television find this kiosk, or why they do not.
final class WindowScreen extends StackPane {
    private static final double QR_EM = 15;

    private final Look look;
    private final Texts texts;
    private final Runnable corner;

    WindowScreen(WindowViewModel model, Look look, Runnable corner) {
        this.look = look;
        this.texts = look.texts();
        this.corner = corner;
        setId("window-page");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(WindowState state) {
        var back = new ActionButton(texts.get("roll.leave"), corner, "outline").withIcon(Glyph.BACK);
        back.setId("corner");
        getChildren()
                .setAll(new Page(look, texts.get("window.open"), texts.get("window.about"))
                        .body(body(state))
                        .foot(back));
    }

    private Region body(WindowState state) {
        return switch (state) {
            case WindowState.NoAddress() ->
                notice(Glyph.INFORMATION, texts.get("window.noAddress"), "window.noAddress.next");
            case WindowState.NoCertificate(var address) ->
                notice(Glyph.CLOCK, texts.get("window.noCertificate", address), "window.noCertificate.next");
            case WindowState.Expired(var address) ->
                notice(Glyph.EXCLAMATION, texts.get("window.expired", address), "window.expired.next");
            case WindowState.PortTaken(var port) ->
                notice(Glyph.EXCLAMATION, texts.get("window.portTaken", port), "window.portTaken.next");
            case WindowState.Elsewhere(var address, var own) ->
                new Notice(
                        Glyph.EXCLAMATION,
                        texts.get("window.elsewhere", address),
                        texts.get("window.elsewhere.next", String.join("　", own)));
            case WindowState.Served(var windows, var display) -> served(windows, display);
        };
    }

    private Notice notice(Glyph glyph, String words, String next) {
        return new Notice(glyph, words, texts.get(next));
    }

    private Region served(String windows, String display) {
        var both = look.isPortrait() ? new VBox() : new HBox();
        both.getStyleClass().add("gap-24");
        both.getChildren().addAll(one("window.forWindows", windows), one("window.forDisplay", display));
        return both;
    }

    private Node one(String key, String address) {
        var words = new VBox(Labels.of(texts.get(key), "type-32", "bold", "ink"), Labels.of(address, "type-24", "ink"));
        words.getStyleClass().add("gap-8");
        var sheet = look.isPortrait()
                ? new HBox(QrView.of(address, QR_EM), words)
                : new VBox(QrView.of(address, QR_EM), words);
        sheet.getStyleClass().addAll("sheet", "gap-24");
        if (sheet instanceof HBox line) {
            line.setAlignment(Pos.CENTER_LEFT);
        }
        return sheet;
    }
}
