package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.activity.ActivityToday;
import cn.dangqun.kiosk.activity.ActivityWords;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.TallyBoard;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The one thing that leads on idle and home: check-in while it is open, else the next activity, else a calm word.
final class Lead {
    private final Look look;
    private final Texts texts;
    private final boolean inviting;

    /// `inviting`: the card says what to do, in the red of the screen.
    Lead(Look look, boolean inviting) {
        this.look = look;
        this.inviting = inviting;
        this.texts = look.texts();
    }

    Node of(HomeState state) {
        return switch (state) {
            case HomeState.Loading _ -> notice(Glyph.HOURGLASS, texts.get("shell.lead.loading"), "");
            case HomeState.Open open -> open(open);
            case HomeState.Next next -> next(next.activity());
            case HomeState.Over _ ->
                notice(Glyph.CALENDAR, texts.get("shell.lead.over"), texts.get("shell.lead.over.next"));
            case HomeState.Nothing _ ->
                notice(Glyph.CALENDAR, texts.get("shell.lead.nothing"), texts.get("shell.lead.nothing.next"));
            case HomeState.Unreadable _ ->
                notice(Glyph.EXCLAMATION, texts.get("shell.lead.unreadable"), texts.get("shell.lead.unreadable.next"));
            case HomeState.Revoked _ ->
                notice(Glyph.LOCK, texts.get("shell.lead.revoked"), texts.get("shell.lead.revoked.next"));
        };
    }

    private Node open(HomeState.Open open) {
        var first = open.activities().getFirst();
        var card = card(first);
        card.getChildren()
                .addAll(
                        space(),
                        new TallyBoard(texts, first.tally().due(), first.tally().present(), "type-96"),
                        space());
        if (open.activities().size() > 1) {
            card.getChildren()
                    .add(Words.of(
                            texts.get("shell.lead.more", open.activities().size() - 1), "type-24", "bold", "slate"));
        }
        if (inviting) {
            card.getChildren().add(invitation());
        }
        return card;
    }

    private Node next(ActivityToday next) {
        var card = card(next);
        var opens = texts.time(next.activity().window().opens(), look.zone());
        card.getChildren()
                .addAll(
                        space(),
                        Words.centred(texts.get("shell.lead.opens"), "type-24", "quiet"),
                        Words.centred(opens, "type-96", "bold", "ink"),
                        space());
        card.getChildren().stream()
                .filter(javafx.scene.control.Label.class::isInstance)
                .map(javafx.scene.control.Label.class::cast)
                .forEach(label -> label.setMaxWidth(Double.MAX_VALUE));
        return card;
    }

    private VBox card(ActivityToday today) {
        var activity = today.activity();
        var top = new HBox(
                ActivityWords.phase(today, look, "type-24"),
                Words.fixed(ActivityWords.type(activity.type(), texts), "type-24", "quiet"));
        top.getStyleClass().add("gap-16");
        top.setAlignment(Pos.CENTER_LEFT);
        var card = new VBox(
                top,
                Words.of(activity.title(), "type-44", "bold", "ink"),
                Words.of(ActivityWords.when(today, look), "type-32", "ink"),
                Words.of(today.organizationName(), "type-24", "quiet"));
        card.getStyleClass().addAll("sheet", "raised", "lead", "gap-16");
        card.setAlignment(Pos.TOP_CENTER);
        return card;
    }

    private Node invitation() {
        var words = Words.centred(texts.get("shell.lead.invitation"), "type-32", "bold", "white");
        var row = new HBox(new Icon(Glyph.CONTACTLESS, 2, "glyph-white", "glyph-strong"), words);
        row.getStyleClass().addAll("invitation", "gap-24");
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private Node notice(Glyph glyph, String words, String next) {
        var notice = new Notice(glyph, words, next);
        notice.getStyleClass().addAll("sheet", "raised", "lead");
        return notice;
    }

    private static Region space() {
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        return space;
    }
}
