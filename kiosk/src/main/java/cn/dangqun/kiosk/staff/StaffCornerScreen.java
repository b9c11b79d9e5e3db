package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.activity.ActivityToday;
import cn.dangqun.kiosk.activity.ActivityWords;
import cn.dangqun.kiosk.device.DeviceBoard.DeviceStatus;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.PagedList;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The staff corner: upload, link, devices, the day's counts and the software, each in words (F-61, F-77).
public final class StaffCornerScreen extends StackPane {
    private final Look look;
    private final Texts texts;
    private final String version;
    private final ActionButton leave;

    public StaffCornerScreen(StaffCornerViewModel model, Look look, String version, Runnable home) {
        this.look = look;
        this.texts = look.texts();
        this.version = version;
        this.leave = new ActionButton(texts.get("staff.corner.leave"), home, "primary");
        leave.setId("home");
        setId("staff-corner");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(StaffCornerState state) {
        switch (state) {
            case StaffCornerState.Shut _ -> getChildren().clear();
            case StaffCornerState.Open open -> page(open.by().name(), body(open));
            case StaffCornerState.Unreadable unreadable ->
                page(
                        unreadable.by().name(),
                        new Notice(
                                Glyph.EXCLAMATION,
                                texts.get("activity.list.unreadable"),
                                texts.get("activity.list.unreadable.next")));
        }
    }

    private void page(String name, Node body) {
        var page = new Page(look, texts.get("staff.corner.title"), texts.get("staff.corner.subtitle", name));
        getChildren().setAll(page.body(body).foot(leave));
    }

    private Node body(StaffCornerState.Open open) {
        var link = section("staff.corner.sync", new LinkRows(look).of(open));
        var devices = section("staff.corner.devices", devices(open.devices()));
        var today = section("staff.corner.today", counts(open.activities()));
        var software = Words.of(texts.get("staff.corner.version", version), "type-24", "quiet");
        if (look.isPortrait()) {
            var column = new VBox(link, devices, today, software);
            column.getStyleClass().add("gap-24");
            VBox.setVgrow(today, Priority.ALWAYS);
            return column;
        }
        var left = new VBox(link, software);
        var right = new VBox(devices, today);
        VBox.setVgrow(link, Priority.ALWAYS);
        VBox.setVgrow(today, Priority.ALWAYS);
        for (var half : List.of(left, right)) {
            half.getStyleClass().add("gap-24");
            half.setPrefWidth(1);
            HBox.setHgrow(half, Priority.ALWAYS);
        }
        var row = new HBox(left, right);
        row.getStyleClass().add("gap-40");
        return row;
    }

    private VBox section(String key, Node content) {
        var section = new VBox(Words.of(texts.get(key), "type-24", "bold", "red-deep"), content);
        section.getStyleClass().addAll("sheet", "section", "gap-16");
        return section;
    }

    private Node devices(List<DeviceStatus> devices) {
        if (devices.isEmpty()) {
            return Words.of(texts.get("staff.corner.devices.none"), "type-24", "quiet");
        }
        return new PagedList<>(texts, devices, look.isPortrait() ? 5 : 3, new DeviceRow(look)::of);
    }

    private Node counts(List<ActivityToday> activities) {
        if (activities.isEmpty()) {
            return Words.of(texts.get("activity.list.empty"), "type-24", "quiet");
        }
        return new PagedList<>(texts, activities, look.isPortrait() ? 4 : 2, this::count);
    }

    private Node count(ActivityToday today) {
        var words = new VBox(
                Words.of(today.activity().title(), "type-24", "bold", "ink"),
                Words.of(today.organizationName(), "type-20", "quiet"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var tally = today.tally();
        var numbers = Words.fixed(
                texts.get("staff.corner.count", tally.due(), tally.present(), today.guests()), "type-24", "ink");
        var row = new HBox(words, numbers, ActivityWords.phase(today, look, "type-20"));
        row.getStyleClass().add("gap-24");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }
}
