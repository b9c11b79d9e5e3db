package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.place.Readers;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.NameBoard;
import cn.dangqun.kiosk.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Idle: the name board, the hour, what is on today, and how to check in while one can. Nothing moves.
final class IdleScreen extends BorderPane {
    private final Look look;
    private final Texts texts;
    private final PublicClock clock;
    private final NameBoard name;
    private final Label time = Labels.fixed("", "type-clock", "song", "ink");
    private final Label date = Labels.fixed("", "type-32", "quiet");

    IdleScreen(KioskModels models, Look look) {
        this.look = look;
        this.texts = look.texts();
        this.clock = new PublicClock(look);
        this.name = look.isPortrait() ? new NameBoard(look, 41.6, 4) : new NameBoard(look, 76, 5);
        setId("idle-screen");
        getStyleClass().addAll("page", look.isPortrait() ? "idle-portrait" : "idle-landscape");
        setMinSize(0, 0);
        var lead = models.lead().map(leading -> leading.telling(look)).orElseGet(StackPane::new);
        var hour = new VBox(time, date);
        hour.setAlignment(Pos.CENTER);
        setTop(name);
        var foot = new VBox();
        foot.getChildren().addAll(Strips.idle(models, look));
        foot.getChildren().add(invitation(models));
        foot.getStyleClass().add("gap-16");
        setBottom(foot);
        if (look.isPortrait()) {
            var middle = new VBox(hour, lead);
            middle.getStyleClass().add("gap-40");
            middle.setAlignment(Pos.CENTER);
            VBox.setVgrow(lead, Priority.ALWAYS);
            setCenter(middle);
        } else {
            var middle = new HBox(hour, lead);
            middle.getStyleClass().add("gap-64");
            middle.setAlignment(Pos.CENTER);
            hour.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(lead, Priority.ALWAYS);
            setCenter(middle);
        }
        getCenter().getStyleClass().add("idle-middle");
        models.home().state().addListener((_, _, now) -> render(now));
        render(models.home().state().get());
    }

    private void render(HomeState state) {
        name.show(state.siteName());
        // words take more room than an hour
        time.getStyleClass().setAll("label", state.clockInDoubt() ? "type-96" : "type-clock", "song", "ink");
        time.setText(clock.time(state));
        date.setText(clock.date(state));
    }

    /// What can be presented while a check-in is open; otherwise only that a touch shows more.
    private VBox invitation(KioskModels models) {
        var rule = new Region();
        rule.getStyleClass().add("gold-rule");
        var foot = new VBox(rule, touchOnly());
        foot.getStyleClass().addAll("gap-40", "idle-foot");
        models.lead().ifPresent(lead -> {
            Runnable show = () -> foot.getChildren()
                    .set(1, lead.invites().get() ? invitation(lead.readers().get()) : touchOnly());
            lead.invites().addListener(_ -> show.run());
            lead.readers().addListener(_ -> show.run());
            show.run();
        });
        return foot;
    }

    private Node touchOnly() {
        var words = Labels.centred(texts.get("shell.idle.touch"), "type-44", "idle-touch", "quiet");
        words.setMaxWidth(Double.MAX_VALUE);
        return words;
    }

    private Node invitation(Readers readers) {
        var ways = ways(readers);
        var words = new VBox(
                Labels.centred(
                        texts.get(readers.choose(
                                "shell.idle.invitation.both",
                                "shell.idle.invitation.cards",
                                "shell.idle.invitation.codes",
                                "shell.idle.invitation.none")),
                        "type-64",
                        "bold",
                        readers.none() ? "ink" : "red-deep"),
                Labels.centred(texts.get("shell.idle.touch"), "type-24", "quiet"));
        words.getStyleClass().add("gap-8");
        words.setAlignment(Pos.CENTER);
        Pane body = look.isPortrait() ? new VBox(ways, words) : new HBox(words, ways);
        body.getStyleClass().add(look.isPortrait() ? "gap-24" : "gap-64");
        if (body instanceof HBox row) {
            row.setAlignment(Pos.CENTER);
            HBox.setHgrow(words, Priority.ALWAYS);
            ways.setMinWidth(Region.USE_PREF_SIZE);
        }
        return body;
    }

    private HBox ways(Readers readers) {
        var ways = new HBox();
        if (readers.cards()) {
            ways.getChildren()
                    .addAll(way(Glyph.IDENTITY_CARD, "shell.idle.identity"), way(Glyph.MEMBER_CARD, "shell.idle.card"));
        }
        if (readers.codes()) {
            ways.getChildren().add(way(Glyph.CODE, "shell.idle.code"));
        }
        ways.getStyleClass().add("gap-64");
        ways.setAlignment(Pos.CENTER);
        return ways;
    }

    private Node way(Glyph glyph, String key) {
        var way = new VBox(new Icon(glyph, 4.6, "glyph-red"), Labels.fixed(texts.get(key), "type-32", "ink"));
        way.getStyleClass().add("gap-8");
        way.setAlignment(Pos.CENTER);
        return way;
    }
}
