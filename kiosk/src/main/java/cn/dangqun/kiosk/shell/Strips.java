package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.place.Strip;
import cn.dangqun.kiosk.ui.Look;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.layout.Region;

/// What stands at the foot of idle and home.
final class Strips {
    private Strips() {}

    /// Large, where the screen is read across the room and has the height for it.
    static List<Region> idle(KioskModels models, Look look) {
        return models.strips().stream()
                .map(strip -> look.isPortrait() ? strip.large(look) : strip.line(look))
                .toList();
    }

    /// In one line each; the quiet line stands where they do while they are away.
    static List<Region> home(KioskModels models, Look look) {
        var all = new ArrayList<Region>();
        BooleanExpression loud = new ReadOnlyBooleanWrapper();
        for (Strip strip : models.strips()) {
            var line = strip.line(look);
            loud = Bindings.or(loud, line.visibleProperty());
            all.add(line);
        }
        var away = loud.not();
        models.quietLine().map(quiet -> quiet.line(look)).ifPresent(line -> {
            line.visibleProperty().bind(away);
            line.managedProperty().bind(away);
            all.add(line);
        });
        return all;
    }
}
