package cn.dangqun.papers;

import java.util.List;

/// From where the pen was set down to where it was lifted; at least one point.
public record Stroke(List<Point> points) {
    public Stroke {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a stroke has a point");
        }
    }

    /// From the left and from the top, in any unit: a signature is drawn as large as its place allows.
    public record Point(int x, int y) {}

    /// Silent: a signature is personal.
    @Override
    public String toString() {
        return "Stroke[" + points.size() + "]";
    }
}
