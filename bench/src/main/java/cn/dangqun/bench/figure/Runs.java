package cn.dangqun.bench.figure;

import java.util.Arrays;
import java.util.List;

/// The same thing measured several times, in the order of measuring; at least once.
public record Runs(List<Double> each) {
    public Runs {
        each = List.copyOf(each);
        if (each.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    public static Runs of(double... each) {
        return new Runs(Arrays.stream(each).boxed().toList());
    }

    /// The middle one; between two middle ones, their mean.
    public double median() {
        var sorted = each.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double least() {
        return each.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double most() {
        return each.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
