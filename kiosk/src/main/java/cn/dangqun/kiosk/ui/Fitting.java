package cn.dangqun.kiosk.ui;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// Several looks of the same thing, the roomiest first; shows the first that fits into the height there is, the last
/// otherwise. Nothing of it is ever cut or lies on its neighbours. FX thread.
public final class Fitting extends Region {
    private final List<Region> looks;

    public Fitting(List<Region> looks) {
        this.looks = List.copyOf(looks);
        getChildren().setAll(looks);
        setMinSize(0, 0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return looks.getFirst().prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return looks.getFirst().prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        var shown = looks.stream()
                .filter(look -> look.prefHeight(getWidth()) <= getHeight())
                .findFirst()
                .orElseGet(looks::getLast);
        for (var look : looks) {
            look.setVisible(look.equals(shown));
            boolean low = look.getMaxHeight() == USE_PREF_SIZE;
            double height = low ? Math.min(look.prefHeight(getWidth()), getHeight()) : getHeight();
            look.resizeRelocate(0, snapPositionY((getHeight() - height) / 2), getWidth(), height);
        }
    }
}
