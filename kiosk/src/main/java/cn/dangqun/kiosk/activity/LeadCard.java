package cn.dangqun.kiosk.activity;

import cn.dangqun.kiosk.place.Readers;
import cn.dangqun.kiosk.ui.FaceButton;
import cn.dangqun.kiosk.ui.Fitting;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.TallyBoard;
import cn.dangqun.kiosk.ui.Texts;
import java.util.List;
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
    private final LeadViewModel model;
    private final Runnable explain;

    private LeadCard(LeadViewModel model, Look look, boolean inviting, Runnable explain) {
        this.look = look;
        this.explain = explain;
        this.model = model;
        this.inviting = inviting;
        this.texts = look.texts();
        setMinSize(0, 0);
        model.state().addListener((_, _, now) -> getChildren().setAll(of(now)));
        model.readers().addListener(_ -> getChildren().setAll(of(model.state().get())));
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

    /// From the roomiest look to one that finds a place beside calls, a long name of the centre and other activities.
    private List<Room> rooms(ActivityToday today) {
        boolean large = look.isPortrait() && inviting && isShort(today);
        boolean wideTitle = look.isPortrait() && isShort(today);
        return List.of(
                new Room(large ? "type-128" : "type-96", wideTitle ? "type-56" : "type-44", !look.isPortrait(), true),
                new Room("type-64", "type-44", true, true),
                new Room("type-64", "type-32", true, false));
    }

    /// How large; whether the figures stand beside the words; whether there is room for what is said less often.
    private record Room(String figures, String title, boolean beside, boolean ample) {}

    private Node open(LeadState.Open open) {
        var first = open.activities().getFirst();
        return new Fitting(rooms(first).stream()
                .map(room -> open(open, first, room))
                .<Region>map(card -> card)
                .toList());
    }

    private VBox open(LeadState.Open open, ActivityToday first, Room room) {
        var card = card(
                first, new TallyBoard(texts, first.tally().due(), first.tally().present(), room.figures()), room);
        if (open.activities().size() > 1) {
            card.getChildren()
                    .add(Labels.of(
                            texts.get("activity.lead.more", open.activities().size() - 1), "type-24", "bold", "slate"));
        }
        if (inviting) {
            boolean roomy = room.ample() && isShort(first) && open.activities().size() == 1;
            card.getChildren().add(invitation(roomy));
        }
        return card;
    }

    private Node next(ActivityToday next) {
        return new Fitting(rooms(next).stream()
                .map(room -> next(next, room))
                .<Region>map(card -> card)
                .toList());
    }

    private VBox next(ActivityToday next, Room room) {
        var opens = texts.time(next.activity().window().opens(), look.zone());
        var size = look.isPortrait() && !room.beside() ? "type-128" : room.figures();
        var hour = new VBox(
                Labels.fixed(texts.get("activity.lead.opens"), "type-32", "quiet"),
                Labels.fixed(opens, size, "bold", "ink"));
        hour.setAlignment(Pos.CENTER);
        return card(next, hour, room);
    }

    /// What it is, and beside or below it the `figures`.
    private VBox card(ActivityToday today, Node figures, Room room) {
        var activity = today.activity();
        var top = new HBox(
                ActivityWords.phase(today, look, "type-24"),
                Labels.fixed(ActivityWords.type(activity.type(), texts), "type-24", "quiet"));
        top.getStyleClass().add("gap-16");
        top.setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(Labels.of(ActivityWords.when(today, look), "type-32", "ink"));
        if (room.ample()) {
            words.getChildren().add(Labels.of(today.organizationName(), "type-24", "quiet"));
        }
        words.getStyleClass().add("gap-16");
        var middle = new StackPane(figures);
        Pane body = room.beside() ? new HBox(words, middle) : new VBox(words, middle);
        HBox.setHgrow(words, Priority.ALWAYS);
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.getStyleClass().add("gap-24");
        var card = new VBox(top, Labels.of(activity.title(), room.title(), "bold", "ink"), body);
        card.getStyleClass().addAll("sheet", "raised", "lead", room.ample() ? "gap-16" : "gap-8");
        card.setAlignment(Pos.TOP_LEFT);
        if (!inviting) {
            card.setMaxHeight(Region.USE_PREF_SIZE);
        }
        return card;
    }

    private static boolean isShort(ActivityToday today) {
        return today.activity().title().length() <= SHORT_TITLE;
    }

    /// The red of the screen: what to do. Pressing it explains how. Where nothing can be read, nobody is invited.
    private Node invitation(boolean roomy) {
        var readers = model.readers().get();
        var style = readers.none() ? "ink" : "white";
        var said = texts.get(readers.choose(
                "activity.lead.invitation.both",
                "activity.lead.invitation.cards",
                "activity.lead.invitation.codes",
                "activity.lead.invitation.none"));
        var size = look.isPortrait() && roomy ? "type-44" : "type-32";
        var words = Labels.centred(said, size, "bold", style);
        Pane face = roomy ? new VBox(ways(readers), words) : new HBox(sign(readers), words);
        if (face instanceof VBox column) {
            column.setAlignment(Pos.CENTER);
        } else if (face instanceof HBox row) {
            row.setAlignment(Pos.CENTER);
        }
        face.getStyleClass().add("gap-8");
        var button = new FaceButton(face, said, explain, readers.none() ? "row" : "primary", "invitation");
        button.setId("invitation");
        return button;
    }

    private static Icon sign(Readers readers) {
        return readers.none()
                ? new Icon(Glyph.EXCLAMATION, 2, "glyph-amber")
                : new Icon(readers.cards() ? Glyph.CONTACTLESS : Glyph.CODE, 2, "glyph-white");
    }

    private static HBox ways(Readers readers) {
        var icons = new HBox();
        if (readers.cards()) {
            icons.getChildren()
                    .addAll(
                            new Icon(Glyph.IDENTITY_CARD, 2.6, "glyph-white"),
                            new Icon(Glyph.MEMBER_CARD, 2.6, "glyph-white"));
        }
        if (readers.codes()) {
            icons.getChildren().add(new Icon(Glyph.CODE, 2.6, "glyph-white"));
        }
        if (readers.none()) {
            icons.getChildren().add(new Icon(Glyph.EXCLAMATION, 2.6, "glyph-amber"));
        }
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
