package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.place.QuietLine;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// 今日值守, at the foot of home.
record OnDuty(DutyViewModel model) implements QuietLine {
    private static final int SHOWN = 2;

    @Override
    public Region line(Look look) {
        var line = new HBox();
        line.getStyleClass().add("gap-24");
        line.setAlignment(Pos.CENTER_LEFT);
        model.onDuty().addListener((_, _, now) -> line.getChildren().setAll(words(now, look.texts())));
        line.getChildren().setAll(words(model.onDuty().get(), look.texts()));
        return line;
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    private static List<Label> words(List<StaffMember> onDuty, Texts texts) {
        if (onDuty.isEmpty()) {
            return List.of(Labels.fixed(texts.get("staff.duty.nobody"), "type-24", "ink"));
        }
        var words = new ArrayList<Label>();
        words.add(Labels.fixed(texts.get("staff.duty"), "type-24", "quiet"));
        for (var person : onDuty.stream().limit(SHOWN).toList()) {
            words.add(Labels.fixed(
                    texts.get("staff.duty.person", person.name(), person.duty()), "type-24", "bold", "ink"));
        }
        return words;
    }
}
