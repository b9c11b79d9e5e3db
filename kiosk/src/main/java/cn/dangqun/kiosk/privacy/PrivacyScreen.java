package cn.dangqun.kiosk.privacy;

import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Page;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// 隐私说明: what is used, why, how long, and the ways without an ID card (F-92, L1).
final class PrivacyScreen extends StackPane {
    private final Look look;

    PrivacyScreen(Look look, Runnable help, Runnable home) {
        this.look = look;
        setId("privacy");
        var grid = new GridPane();
        grid.getStyleClass().addAll(look.isPortrait() ? "gap-24" : "privacy-wide", "privacy");
        int columns = look.isPortrait() ? 1 : 2;
        for (int i = 0; i < columns; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        var articles = new Node[] {
            article(Glyph.INFORMATION, "privacy.purpose", "privacy.purpose.text"),
            article(Glyph.IDENTITY_CARD, "privacy.kinds", "privacy.kinds.text"),
            article(Glyph.MEMBER_CARD, "privacy.ways", "privacy.ways.text"),
            article(Glyph.HOURGLASS, "privacy.time", "privacy.time.text"),
            article(Glyph.SHIELD, "privacy.never", "privacy.never.text"),
            article(Glyph.PERSON, "privacy.rights", "privacy.rights.text"),
        };
        for (int i = 0; i < articles.length; i++) {
            grid.add(articles[i], i % columns, i / columns);
        }
        var texts = look.texts();
        var call = new ActionButton(texts.get("ui.staff.call"), help, "outline").withIcon(Glyph.BELL);
        call.setId("help");
        var back = new ActionButton(texts.get("ui.home"), home);
        back.setId("home");
        getChildren()
                .setAll(new Page(look, texts.get("privacy.title"), texts.get("privacy.subtitle"))
                        .body(grid)
                        .foot(call, back));
    }

    private Node article(Glyph glyph, String title, String text) {
        var words = new VBox(
                Labels.of(look.texts().get(title), "type-44", "bold", "ink"),
                Labels.of(look.texts().get(text), "type-32", "ink"));
        words.getStyleClass().add("gap-8");
        HBox.setHgrow(words, Priority.ALWAYS);
        var article = new HBox(new Icon(glyph, 2.6, "glyph-red"), words);
        article.getStyleClass().addAll("gap-24", "article");
        article.setAlignment(Pos.TOP_LEFT);
        return article;
    }
}
