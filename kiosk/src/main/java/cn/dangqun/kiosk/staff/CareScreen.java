package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.device.KioskDevices.Loudness;
import cn.dangqun.kiosk.place.Door;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.Texts;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// 本机维护: one large button for each.
final class CareScreen extends StackPane {
    private final Look look;
    private final Texts texts;
    private final Supplier<Optional<Loudness>> loudness;
    private final Ways ways;

    CareScreen(
            ReadOnlyObjectProperty<Optional<StaffMember>> by,
            Look look,
            Supplier<Optional<Loudness>> loudness,
            Ways ways) {
        this.look = look;
        this.texts = look.texts();
        this.loudness = loudness;
        this.ways = ways;
        setId("care");
        by.addListener((_, _, now) -> render(now));
        render(by.get());
    }

    private void render(Optional<StaffMember> by) {
        by.ifPresentOrElse(this::page, getChildren()::clear);
    }

    private void page(StaffMember by) {
        var body = new VBox();
        body.getStyleClass().add("gap-24");
        if (look.isPortrait()) {
            var space = new Region();
            VBox.setVgrow(space, Priority.ALWAYS);
            body.getChildren().add(space);
        }
        ways.doors(Tile.Where.CARE, by).forEach(door -> body.getChildren().add(button(door)));
        var sound = Labels.of(new LoudnessWords(texts).of(loudness.get()), "type-24", "ink");
        sound.setId("care-sound");
        body.getChildren().add(sound);
        var back = new ActionButton(texts.get("roll.leave"), ways::corner, "outline").withIcon(Glyph.BACK);
        back.setId("corner");
        getChildren()
                .setAll(new Page(look, texts.get("staff.care.open"), texts.get("staff.care.about"))
                        .body(body)
                        .foot(back));
    }

    private ActionButton button(Door door) {
        var button = new ActionButton(texts.get(door.tile().key()), door.open(), "outline", "care-door")
                .withIcon(door.tile().glyph());
        button.setId(door.place() + "-open");
        return button;
    }
}
