package cn.dangqun.kiosk.wall;

import cn.dangqun.kiosk.place.IdleTurn;
import cn.dangqun.kiosk.ui.Look;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.layout.Region;

/// The wall's pages, while nobody is here.
final class WallTurns implements IdleTurn {
    private final WallTurnsViewModel model;
    private final ReadOnlyBooleanWrapper up = new ReadOnlyBooleanWrapper();

    WallTurns(WallTurnsViewModel model) {
        this.model = model;
        model.state().addListener((_, _, now) -> up.set(now instanceof WallTurn.Show));
    }

    @Override
    public ReadOnlyBooleanProperty isUp() {
        return up.getReadOnlyProperty();
    }

    @Override
    public Region sheet(Look look) {
        var paper = new WallPaper(look, model::picture, model::fit);
        model.state().addListener((_, _, now) -> show(paper, now));
        show(paper, model.state().get());
        return paper;
    }

    private static void show(WallPaper paper, WallTurn turn) {
        if (turn instanceof WallTurn.Show(var page)) {
            paper.show(page);
        }
    }

    @Override
    public void idle(boolean now) {
        model.idle(now);
    }

    @Override
    public void hold(boolean now) {
        model.checkInOpen(now);
    }
}
