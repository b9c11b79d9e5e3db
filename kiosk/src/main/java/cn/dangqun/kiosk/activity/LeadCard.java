package cn.dangqun.kiosk.activity;

import cn.dangqun.kiosk.ui.FaceButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.TallyBoard;
import cn.dangqun.kiosk.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The one thing that leads on idle and home: check-in while it is open, else the next activity, else a calm word.
final class LeadCard extends StackPane {
    private static final int SHORT_TITLE = 17;

    private final Look look;
    private final Texts texts;
    private final boolean inviting;
    private final Runnable explain;

    private LeadCard(LeadViewModel model, Look look, boolean inviting, Runnable explain) {
        this.look = look;
        this.explain = explain;
        this.inviting = inviting;
        this.texts = look.texts();
        setMinSize(0, 0);
        model.state().addListener((_, _, now) -> getChildren().setAll(of(now)));
        getChildren().setAll(of(model.state().get()));
    }

    /// Says what to do in the red of the screen; pressing that runs `explain`.
    static LeadCard inviting(LeadViewModel model, Look look, Runnable explain) {
        return new LeadCard(model, look, true, explain);
    }

    /// Only tells.
    static LeadCard telling(LeadViewModel model, Look look) {
        return new LeadCard(model, look, false, () -> {});
    }

    private Node of(LeadState state) {
        return switch (state) {
            case LeadState.Loading _ -> notice(Glyph.HOURGLASS, texts.get("activity.lead.loading"), "");
            case LeadState.Open open -> open(open);
            case LeadState.Next next -> next(next.activity());
            case LeadState.ClockInDoubt _ ->
                notice(Glyph.CLOCK, texts.get("activity.doubt"), texts.get("activity.doubt.next"));
            case LeadState.Over _ ->
                notice(Glyph.CALENDAR, texts.get("activity.lead.over"), texts.get("activity.lead.over.next"));
            case LeadState.Nothing _ ->
                notice(Glyph.CALENDAR, texts.get("activity.lead.nothing"), texts.get("activity.lead.nothing.next"));
            case LeadState.Unreadable _ ->
                notice(
                        Glyph.EXCLAMATION,
                        texts.get("activity.lead.unreadable"),
                        texts.get("activity.lead.unreadable.next"));
            case LeadState.Revoked _ ->
                notice(Glyph.LOCK, texts.get("activity.lead.revoked"), texts.get("activity.lead.revoked.next"));
        };
    }

    private Node open(LeadState.Open open) {
        var first = open.activities().getFirst();
        var size = look.isPortrait() && inviting && isShort(first) ? "type-128" : "type-96";
        var card = card(
                first, new TallyBoard(texts, first.tally().due(), first.tally().present(), size));
        if (open.activities().size() > 1) {
            card.getChildren()
                    .add(Labels.of(
                            texts.get("activity.lead.more", open.activities().size() - 1), "type-24", "bold", "slate"));
        }
        if (inviting) {
            card.getChildren()
                    .add(invitation(isShort(first) && open.activities().size() == 1));
        }
        return card;
    }

    private Node next(ActivityToday next) {
        var opens = texts.time(next.activity().window().opens(), look.zone());
        var hour = new VBox(
                Labels.fixed(texts.get("activity.lead.opens"), "type-32", "quiet"),
                Labels.fixed(opens, look.isPortrait() ? "type-128" : "type-96", "bold", "ink"));
        hour.setAlignment(Pos.CENTER);
        return card(next, hour);
    }

    /// What it is, and beside or below it the `figures`.
    private VBox card(ActivityToday today, Node figures) {
        var activity = today.activity();
        var top = new HBox(
                ActivityWords.phase(today, look, "type-24"),
                Labels.fixed(ActivityWords.type(activity.type(), texts), "type-24", "quiet"));
        top.getStyleClass().add("gap-16");
        top.setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(
                Labels.of(ActivityWords.when(today, look), "type-32", "ink"),
                Labels.of(today.organizationName(), "type-24", "quiet"));
        words.getStyleClass().add("gap-16");
        var middle = new StackPane(figures);
        Pane body = look.isPortrait() ? new VBox(words, middle) : new HBox(words, middle);
        HBox.setHgrow(words, Priority.ALWAYS);
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.getStyleClass().add("gap-24");
        var title = look.isPortrait() && isShort(today) ? "type-56" : "type-44";
        var card = new VBox(top, Labels.of(activity.title(), title, "bold", "ink"), body);
        card.getStyleClass().addAll("sheet", "raised", "lead", "gap-16");
        card.setAlignment(Pos.TOP_LEFT);
        card.setMinSize(0, 0);
        if (!inviting) {
            card.setMaxHeight(Region.USE_PREF_SIZE);
        }
        return card;
    }

    private static boolean isShort(ActivityToday today) {
        return today.activity().title().length() <= SHORT_TITLE;
    }

    /// The red of the screen: what to do. Pressing it explains how.
    private Node invitation(boolean roomy) {
        var size = look.isPortrait() && roomy ? "type-44" : "type-32";
        var words = Labels.centred(texts.get("activity.lead.invitation"), size, "bold", "white");
        Pane face = roomy ? new VBox(ways(), words) : new HBox(new Icon(Glyph.CONTACTLESS, 2, "glyph-white"), words);
        if (face instanceof VBox column) {
            column.setAlignment(Pos.CENTER);
        } else if (face instanceof HBox row) {
            row.setAlignment(Pos.CENTER);
        }
        face.getStyleClass().add("gap-8");
        var button = new FaceButton(face, texts.get("activity.lead.invitation"), explain, "primary", "invitation");
        button.setId("invitation");
        return button;
    }

    private static HBox ways() {
        var icons = new HBox(
                new Icon(Glyph.IDENTITY_CARD, 2.6, "glyph-white"),
                new Icon(Glyph.MEMBER_CARD, 2.6, "glyph-white"),
                new Icon(Glyph.CODE, 2.6, "glyph-white"));
        icons.getStyleClass().add("gap-40");
        icons.setAlignment(Pos.CENTER);
        return icons;
    }

    private Node notice(Glyph glyph, String words, String next) {
        var notice = new Notice(glyph, words, next);
        notice.getStyleClass().addAll("sheet", "raised", "lead");
        if (!inviting) {
            notice.setMaxHeight(Region.USE_PREF_SIZE);
        }
        return notice;
    }
}
