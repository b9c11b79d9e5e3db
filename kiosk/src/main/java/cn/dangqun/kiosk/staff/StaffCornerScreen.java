package cn.dangqun.kiosk.staff;

import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.kiosk.activity.ActivityToday;
import cn.dangqun.kiosk.activity.ActivityWords;
import cn.dangqun.kiosk.device.DeviceBoard.DeviceStatus;
import cn.dangqun.kiosk.place.Door;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.PagedList;
import cn.dangqun.kiosk.ui.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The staff corner: upload, link, devices, the day's counts and the software, each in words (F-61, F-77).
final class StaffCornerScreen extends StackPane {
    private static final int ROWS_PORTRAIT = 2;
    private static final int ROWS_LANDSCAPE = 2;

    private final Look look;
    private final Texts texts;
    private final String version;
    private final Ways ways;
    private ActionButton[] buttons = {};
    private @Nullable StaffMember shown;

    StaffCornerScreen(StaffCornerViewModel model, Look look, String version, Ways ways) {
        this.look = look;
        this.texts = look.texts();
        this.version = version;
        this.ways = ways;
        setId("staff-corner");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(StaffCornerState state) {
        switch (state) {
            case StaffCornerState.Shut _ -> getChildren().clear();
            case StaffCornerState.Open open -> page(open.by(), body(open));
            case StaffCornerState.Unreadable unreadable ->
                page(
                        unreadable.by(),
                        new Notice(
                                Glyph.EXCLAMATION,
                                texts.get("activity.list.unreadable"),
                                texts.get("activity.list.unreadable.next")));
        }
    }

    private void page(StaffMember by, Node body) {
        if (!by.equals(shown)) {
            shown = by;
            buttons = buttons(by);
        }
        var about = texts.get("staff.corner.subtitle", by.name(), version);
        getChildren()
                .setAll(new Page(look, texts.get("staff.corner.title"), about)
                        .body(body)
                        .foot(buttons));
    }

    /// The same nodes for the same person, so that no press is lost when the page is renewed.
    private ActionButton[] buttons(StaffMember by) {
        var leave = button("home", Glyph.LOCK, "staff.corner.leave", ways::home);
        var doors = ways.doors(Tile.Where.STAFF, by).stream().map(this::button);
        return Stream.concat(doors, Stream.of(leave)).toArray(ActionButton[]::new);
    }

    private ActionButton button(Door door) {
        return button(door.place() + "-open", door.tile().glyph(), door.tile().key(), door.open());
    }

    private ActionButton button(String id, Glyph glyph, String key, Runnable action) {
        var button = new ActionButton(texts.get(key), action, "outline", "corner-door").withIcon(glyph);
        button.setId(id);
        return button;
    }

    private Node body(StaffCornerState.Open open) {
        var rows = new LinkRows(look);
        var link = section("staff.corner.sync", rows.of(open));
        var today = section("staff.corner.today", counts(open.activities()));
        var devices = section("staff.corner.devices", devices(open.devices()));
        var alarms = rows.alarms(open).map(found -> section("staff.corner.alarms", found));
        var right = new VBox(devices);
        alarms.ifPresent(right.getChildren()::addFirst);
        if (look.isPortrait()) {
            var column = new VBox(link, right, today);
            right.getStyleClass().add("gap-24");
            column.getStyleClass().add("gap-24");
            return column;
        }
        return halves(new VBox(link, today), right);
    }

    private static Node halves(VBox left, VBox right) {
        var row = new GridPane();
        row.getStyleClass().add("gap-24");
        for (var half : List.of(left, right)) {
            half.getStyleClass().add("gap-24");
            half.setMinSize(0, 0);
            var column = new ColumnConstraints();
            column.setPercentWidth(50);
            row.getColumnConstraints().add(column);
            row.addRow(0, half);
        }
        return row;
    }

    private VBox section(String key, Node content) {
        var section = new VBox(Labels.of(texts.get(key), "type-24", "bold", "red-deep"), content);
        section.getStyleClass().addAll("sheet", "section", "gap-16");
        return section;
    }

    private Node devices(List<DeviceStatus> devices) {
        if (devices.isEmpty()) {
            return Labels.of(texts.get("staff.corner.devices.none"), "type-24", "quiet");
        }
        var worstFirst = devices.stream()
                .sorted(Comparator.comparingInt(StaffCornerScreen::calm))
                .toList();
        return new PagedList<>(texts, worstFirst, look.isPortrait() ? 6 : 5, new DeviceRow(look)::of);
    }

    /// What must be seen to is not left to the second page.
    private static int calm(DeviceStatus device) {
        return switch (device.state()) {
            case DeviceState.Failed _ -> 0;
            case DeviceState.Attention _ -> 1;
            case DeviceState.Starting _, DeviceState.Working _, DeviceState.Stopped _ -> 2;
        };
    }

    private Node counts(List<ActivityToday> activities) {
        if (activities.isEmpty()) {
            return Labels.of(texts.get("activity.list.empty"), "type-24", "quiet");
        }
        int most = look.isPortrait() ? ROWS_PORTRAIT : ROWS_LANDSCAPE;
        var rows = new VBox();
        rows.getStyleClass().add("gap-16");
        activities.stream().limit(most).map(this::count).forEach(rows.getChildren()::add);
        if (activities.size() > most) {
            rows.getChildren()
                    .add(Labels.of(texts.get("staff.corner.more", activities.size() - most), "type-24", "quiet"));
        }
        return rows;
    }

    private Node count(ActivityToday today) {
        var tally = today.tally();
        var words = new VBox(
                Labels.of(today.activity().title(), "type-24", "bold", "ink"),
                Labels.of(
                        texts.get("staff.corner.count", tally.due(), tally.present(), today.guests()),
                        "type-24",
                        "ink"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(words, ActivityWords.phase(today, look, "type-24"));
        row.getStyleClass().add("gap-24");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
