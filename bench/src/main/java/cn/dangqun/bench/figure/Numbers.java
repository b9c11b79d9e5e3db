package cn.dangqun.bench.figure;

import java.util.Locale;

/// Numbers as a table shows them: three digits that count, no more.
final class Numbers {
    private Numbers() {}

    static String shortly(double value) {
        double size = Math.abs(value);
        if (size >= 100 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value).replace(',', ' ');
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", value);
    }
}
