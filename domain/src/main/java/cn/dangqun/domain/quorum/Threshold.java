package cn.dangqun.domain.quorum;

/// A share of a base number, strict (超过半数) or inclusive (不少于五分之四), in integer arithmetic only (RULES §3).
public record Threshold(Comparison comparison, int num, int den) {
    public enum Comparison {
        /// 超过
        GT,
        /// 不少于
        GTE
    }

    public Threshold {
        if (num < 1 || den < 1 || num > den || (comparison == Comparison.GT && num == den)) {
            throw new IllegalArgumentException("no number of people reaches " + comparison + " " + num + "/" + den);
        }
    }

    public static Threshold moreThan(int num, int den) {
        return new Threshold(Comparison.GT, num, den);
    }

    public static Threshold atLeast(int num, int den) {
        return new Threshold(Comparison.GTE, num, den);
    }

    public boolean isMetBy(int people, int base) {
        long left = (long) den * people;
        long right = (long) num * base;
        return switch (comparison) {
            case GT -> left > right;
            case GTE -> left >= right;
        };
    }

    /// The smallest number of people that meets it.
    public int needed(int base) {
        long right = (long) num * base;
        return (int)
                switch (comparison) {
                    case GT -> right / den + 1;
                    case GTE -> (right + den - 1) / den;
                };
    }
}
