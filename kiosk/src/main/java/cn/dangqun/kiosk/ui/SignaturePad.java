package cn.dangqun.kiosk.ui;

import cn.dangqun.protocol.Signature;
import cn.dangqun.protocol.Signature.Point;
import cn.dangqun.protocol.Signature.Stroke;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// Where a finger writes a name. Takes ink until the signature is as large as it may be; keeps nothing once it has left
/// the screen.
public final class SignaturePad extends Region {
    /// Closer points say nothing.
    private static final double NEAR = 2;

    private final Runnable writes;
    private final Label hint;
    private final List<List<Point>> strokes = new ArrayList<>();
    private final List<Polyline> lines = new ArrayList<>();
    private final ReadOnlyBooleanWrapper written = new ReadOnlyBooleanWrapper();
    private int points;

    /// `hint` stands there until somebody writes; `writes` runs whenever the pen is set down.
    public SignaturePad(String hint, Runnable writes) {
        this.writes = writes;
        setId("signature");
        getStyleClass().add("signature-pad");
        this.hint = Labels.fixed(hint, "type-32", "quiet");
        this.hint.setMouseTransparent(true);
        getChildren().add(this.hint);
        setOnMousePressed(this::down);
        setOnMouseDragged(this::moved);
        setOnMouseReleased(this::up);
    }

    /// Whether there is enough ink for a name.
    public ReadOnlyBooleanProperty written() {
        return written.getReadOnlyProperty();
    }

    public Signature signature() {
        return new Signature(strokes.stream().map(Stroke::new).toList());
    }

    public void clear() {
        strokes.clear();
        getChildren().removeAll(lines);
        lines.clear();
        points = 0;
        written.set(false);
        hint.setVisible(true);
    }

    private void down(MouseEvent press) {
        if (press.getButton() != MouseButton.PRIMARY || points == Signature.MOST_POINTS) {
            return;
        }
        writes.run();
        hint.setVisible(false);
        strokes.add(new ArrayList<>());
        var line = new Polyline();
        line.getStyleClass().add("ink-line");
        line.setStrokeLineCap(StrokeLineCap.ROUND);
        line.setStrokeLineJoin(StrokeLineJoin.ROUND);
        line.setManaged(false);
        line.setMouseTransparent(true);
        lines.add(line);
        getChildren().add(line);
        add(press.getX(), press.getY());
    }

    private void moved(MouseEvent drag) {
        if (!strokes.isEmpty() && drag.isPrimaryButtonDown()) {
            add(drag.getX(), drag.getY());
        }
    }

    private void up(MouseEvent release) {
        if (!strokes.isEmpty()) {
            add(release.getX(), release.getY());
            written.set(signature().length() >= Signature.SHORTEST);
        }
    }

    private void add(double wantedX, double wantedY) {
        double x = Math.clamp(wantedX, 0, getWidth());
        double y = Math.clamp(wantedY, 0, getHeight());
        var stroke = strokes.getLast();
        var point = new Point(units(x), units(y));
        if (points == Signature.MOST_POINTS || (!stroke.isEmpty() && isNear(stroke.getLast(), point))) {
            return;
        }
        stroke.add(point);
        points++;
        lines.getLast().getPoints().addAll(x, y);
    }

    private static boolean isNear(Point one, Point other) {
        return Math.hypot(other.x() - one.x(), other.y() - one.y()) < NEAR;
    }

    /// The pad is wider than high.
    private int units(double pixels) {
        return Math.clamp(Math.round(pixels * Signature.WIDTH / Math.max(1, getWidth())), 0, Signature.WIDTH);
    }

    @Override
    protected void layoutChildren() {
        hint.autosize();
        hint.relocate((getWidth() - hint.getWidth()) / 2, (getHeight() - hint.getHeight()) / 2);
    }
}
