package cn.dangqun.kiosk.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// An answer that fills the screen: a band with a ringed sign and one word that is read from three metres, and beside
/// it who, what and what next (DESIGN §11). In portrait the band is the upper part, in landscape the left.
public final class Verdict extends BorderPane {
    private final VBox detail = new VBox();
    private final HBox actions = new HBox();

    public Verdict(Look look, Tone tone, Glyph glyph, String word) {
        getStyleClass().addAll("verdict", look.isPortrait() ? "verdict-portrait" : "verdict-landscape");
        var ring = new StackPane(new Icon(glyph, 6.2, "glyph-strong"));
        ring.getStyleClass().add("ring");
        var size = look.isPortrait() ? "ring-large" : "ring-medium";
        ring.getStyleClass().add(size);
        var band = new VBox(ring, Words.centred(word, look.isPortrait() ? "type-96" : "type-64", "bold"));
        band.getStyleClass().addAll("band", tone.style());
        detail.getStyleClass().addAll("verdict-detail", "gap-24");
        detail.setAlignment(Pos.CENTER);
        actions.getStyleClass().addAll("gap-24");
        actions.setAlignment(Pos.CENTER);
        var foot = new VBox(actions);
        foot.getStyleClass().add("verdict-foot");
        var paper = new BorderPane(detail);
        paper.setBottom(foot);
        if (look.isPortrait()) {
            setTop(band);
        } else {
            setLeft(band);
        }
        setCenter(paper);
    }

    /// Whom or what it is about, in the largest type.
    public Verdict headline(String text) {
        return add(Words.centred(text, "type-96", "bold", "ink", "headline"));
    }

    public Verdict sentence(String text) {
        return add(Words.centred(text, "type-44", "ink", "sentence"));
    }

    public Verdict note(String text) {
        return add(Words.centred(text, "type-32", "quiet", "note"));
    }

    public Verdict add(Node node) {
        detail.getChildren().add(node);
        return this;
    }

    public Verdict space() {
        var space = new Region();
        space.getStyleClass().add("verdict-space");
        return add(space);
    }

    public Verdict actions(List<ActionButton> buttons) {
        for (var button : buttons) {
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setPrefWidth(1);
        }
        actions.getChildren().setAll(buttons);
        return this;
    }

    /// A line of text that changes while the answer stands.
    public static Label line(String text) {
        return Words.centred(text, "type-24", "quiet");
    }
}
