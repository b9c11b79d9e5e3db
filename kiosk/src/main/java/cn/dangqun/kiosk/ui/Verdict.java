package cn.dangqun.kiosk.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// An answer that fills the screen: a band with a ringed sign and one word that is read from three metres, and beside
/// it who, what and what next (DESIGN §11). In portrait the band is the upper part, in landscape the left.
public final class Verdict extends BorderPane {
    private static final int SHORT_WORD = 5;
    private static final int LONG_NAME = 14;
    private static final int LONGER_NAME = 20;

    private final VBox detail = new VBox();
    private final VBox foot = new VBox();
    private final VBox band;

    public Verdict(Look look, Tone tone, Glyph glyph, String word) {
        getStyleClass().addAll("verdict", look.isPortrait() ? "verdict-portrait" : "verdict-landscape");
        var ring = new StackPane(new Icon(glyph, 6.2, "glyph-strong"));
        ring.getStyleClass().add("ring");
        var size = look.isPortrait() ? "ring-large" : "ring-medium";
        ring.getStyleClass().add(size);
        band = new VBox(
                ring,
                Labels.centred(word, look.isPortrait() || word.length() <= SHORT_WORD ? "type-96" : "type-64", "bold"));
        band.getStyleClass().addAll("band", tone.style());
        detail.getStyleClass().addAll("verdict-detail", "gap-24");
        detail.setAlignment(Pos.CENTER);
        foot.getStyleClass().add("verdict-foot");
        var paper = new BorderPane(detail);
        paper.setBottom(foot);
        if (look.isPortrait()) {
            setTop(band);
        } else {
            setLeft(band);
        }
        setCenter(paper);
        setMinSize(0, 0);
        paper.setMinSize(0, 0);
        detail.setMinSize(0, 0);
    }

    /// Whom or what it is about, in the largest type that leaves room for the rest.
    public Verdict headline(String text) {
        return add(Labels.centred(text, size(text.codePointCount(0, text.length())), "bold", "ink", "headline"));
    }

    private static String size(int characters) {
        if (characters <= LONG_NAME) {
            return "type-96";
        }
        return characters <= LONGER_NAME ? "type-64" : "type-44";
    }

    public Verdict sentence(String text) {
        return add(Labels.centred(text, "type-44", "bold", "ink", "sentence"));
    }

    public Verdict note(String text) {
        return add(Labels.centred(text, "type-32", "ink", "note"));
    }

    /// A lower band, where the answer is a question and needs the room below.
    public Verdict compact() {
        getStyleClass().add("compact");
        return this;
    }

    /// In the band, below the word.
    public Verdict aside(Node node) {
        band.getChildren().add(node);
        return this;
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
        foot.getChildren().setAll(new ButtonRow(buttons));
        return this;
    }
}
