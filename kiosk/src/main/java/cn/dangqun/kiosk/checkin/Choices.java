package cn.dangqun.kiosk.checkin;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.kiosk.ui.FaceButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.PagedList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Big answers to a question: which activity, or what kind of guest.
final class Choices {
    private static final int PER_PAGE = 3;

    private final Look look;

    Choices(Look look) {
        this.look = look;
    }

    Node activities(List<Activity> open, Consumer<Activity> chosen) {
        return list(open, activity -> row(activity, activity.title(), Glyph.CALENDAR, () -> chosen.accept(activity)));
    }

    Node observing(List<Activity> open, Consumer<Activity> chosen) {
        return list(open, activity -> {
            var words = look.texts().get("checkin.other.join", activity.title());
            return row(activity, words, Glyph.PERSON, () -> chosen.accept(activity));
        });
    }

    private Node list(List<Activity> open, Function<Activity, Node> row) {
        return new PagedList<>(look.texts(), open, look.isPortrait() ? PER_PAGE : 2, row);
    }

    private FaceButton row(Activity activity, String words, Glyph glyph, Runnable chosen) {
        var when = look.texts()
                .get(
                        "activity.row.when",
                        look.texts().time(activity.starts(), look.zone()),
                        look.texts().time(activity.ends(), look.zone()),
                        activity.place());
        var lines = new VBox(Labels.of(words, "type-32", "bold", "ink"), Labels.of(when, "type-24", "quiet"));
        lines.getStyleClass().add("gap-8");
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var face = new HBox(new Icon(glyph, 2, "glyph-red"), lines, new Icon(Glyph.FORWARD, 1.5, "glyph-red"));
        face.getStyleClass().add("gap-24");
        face.setAlignment(Pos.CENTER_LEFT);
        var button = new FaceButton(face, words, chosen, "choice");
        button.setId("activity-" + activity.id());
        return button;
    }

    Node guests(Consumer<GuestKind> chosen) {
        var grid = new GridPane();
        grid.getStyleClass().add("gap-24");
        for (int half = 0; half < 2; half++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(50);
            grid.getColumnConstraints().add(column);
        }
        int at = 0;
        for (var kind : GuestKind.values()) {
            var button = guest(kind, () -> chosen.accept(kind));
            grid.add(button, at % 2, at / 2);
            at++;
        }
        return grid;
    }

    private FaceButton guest(GuestKind kind, Runnable chosen) {
        var name = AcceptedView.guestName(look, kind);
        var lines = new VBox(Labels.of(name, "type-44", "bold", "ink"), Labels.of(explain(kind), "type-24", "quiet"));
        lines.getStyleClass().add("gap-8");
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var face = new HBox(new Icon(glyph(kind), 2.6, "glyph-red"), lines);
        face.getStyleClass().add("gap-24");
        face.setAlignment(Pos.CENTER_LEFT);
        var button = new FaceButton(face, name, chosen, "guest");
        button.setId("guest-" + kind);
        return button;
    }

    private String explain(GuestKind kind) {
        return switch (kind) {
            case REPORTED_IN -> look.texts().get("checkin.guest.reported.means");
            case FLOATING -> look.texts().get("checkin.guest.floating.means");
            case OBSERVER -> look.texts().get("checkin.guest.observer.means");
            case RESIDENT -> look.texts().get("checkin.guest.resident.means");
        };
    }

    private static Glyph glyph(GuestKind kind) {
        return switch (kind) {
            case REPORTED_IN -> Glyph.HOUSE;
            case FLOATING -> Glyph.LINK;
            case OBSERVER -> Glyph.PERSON;
            case RESIDENT -> Glyph.PEOPLE;
        };
    }
}
