package cn.dangqun.bench.growth;

import java.util.List;
import java.util.stream.IntStream;

/// What one thing cost at each size, in the order of the sizes. `unit` is of the sizes, such as `members`; costs are
/// milliseconds.
public record Growth(String name, String unit, List<Integer> sizes, List<Double> costs) {
    public Growth {
        sizes = List.copyOf(sizes);
        costs = List.copyOf(costs);
        if (sizes.size() < 2 || sizes.size() != costs.size()) {
            throw new IllegalArgumentException("no growth from one size");
        }
    }

    /// Of the cost in the size, over all sizes, by least squares of the logarithms: 1 is a cost in proportion.
    public double exponent() {
        double meanSize = sizes.stream().mapToDouble(Math::log).average().orElseThrow();
        double meanCost = costs.stream().mapToDouble(Math::log).average().orElseThrow();
        double together = IntStream.range(0, sizes.size())
                .mapToDouble(i -> (Math.log(sizes.get(i)) - meanSize) * (Math.log(costs.get(i)) - meanCost))
                .sum();
        double alone = sizes.stream()
                .mapToDouble(size -> Math.pow(Math.log(size) - meanSize, 2))
                .sum();
        return together / alone;
    }
}
