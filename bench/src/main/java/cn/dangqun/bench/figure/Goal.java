package cn.dangqun.bench.figure;

/// Where a figure has to go. `of`: the figure itself in its unit, or how many times its baseline it is.
public record Goal(Of of, Bound bound, double value) {
    /// What is held to the bound.
    public enum Of {
        FIGURE,
        RATIO
    }

    /// Which side of it is good.
    public enum Bound {
        AT_MOST,
        AT_LEAST
    }

    public static Goal atMost(double value) {
        return new Goal(Of.FIGURE, Bound.AT_MOST, value);
    }

    public static Goal atLeast(double value) {
        return new Goal(Of.FIGURE, Bound.AT_LEAST, value);
    }

    public static Goal ratioAtMost(double value) {
        return new Goal(Of.RATIO, Bound.AT_MOST, value);
    }

    public static Goal ratioAtLeast(double value) {
        return new Goal(Of.RATIO, Bound.AT_LEAST, value);
    }

    boolean isMetBy(double measured) {
        return bound == Bound.AT_MOST ? measured <= value : measured >= value;
    }

    @Override
    public String toString() {
        return (bound == Bound.AT_MOST ? "≤ " : "≥ ") + Numbers.shortly(value) + (of == Of.RATIO ? " ×" : "");
    }
}
