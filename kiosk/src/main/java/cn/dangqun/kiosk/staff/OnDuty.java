package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.place.QuietLine;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// 现在值守, at the foot of home: names, and photos of those who agreed to it.
record OnDuty(DutyViewModel model) implements QuietLine {
    private static final int SHOWN = 2;
    /// Pixels; two lines of the words beside it
    private static final double SIDE = 56;

    @Override
    public Region line(Look look) {
        var line = new HBox();
        line.getStyleClass().add("gap-24");
        line.setAlignment(Pos.CENTER_LEFT);
        model.onDuty()
                .addListener((_, _, now) ->
                        line.getChildren().setAll(words(now, new DutyWords(look.texts(), look.zone()))));
        line.getChildren().setAll(words(model.onDuty().get(), new DutyWords(look.texts(), look.zone())));
        return line;
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    private static List<Node> words(Duty now, DutyWords words) {
        var texts = words.texts();
        return switch (now) {
            case Duty.Unsaid() -> List.of(Labels.fixed(texts.get("staff.duty.unsaid"), "type-24", "ink"));
            case Duty.Nobody nobody -> List.of(Labels.fixed(words.nobody(nobody), "type-24", "ink"));
            case Duty.Here(var people) -> {
                var line = new ArrayList<Node>();
                line.add(Labels.fixed(texts.get("staff.duty"), "type-24", "quiet"));
                for (var person : people.stream().limit(SHOWN).toList()) {
                    line.add(person(person, words));
                }
                yield line;
            }
        };
    }

    private static Node person(Duty.Person person, DutyWords words) {
        var said = Labels.fixed(
                words.texts().get("staff.duty.person", person.name(), words.until(person)), "type-24", "bold", "ink");
        return person.photo()
                .flatMap(photo -> PortraitView.of(photo, SIDE))
                .<Node>map(photo -> {
                    var both = new HBox(photo, said);
                    both.getStyleClass().add("gap-8");
                    both.setAlignment(Pos.CENTER_LEFT);
                    return both;
                })
                .orElse(said);
    }
}
