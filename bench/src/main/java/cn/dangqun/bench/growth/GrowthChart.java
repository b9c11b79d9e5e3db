package cn.dangqun.bench.growth;

import java.util.List;
import java.util.Locale;

/// Growth as a picture: both axes by logarithm, so that a cost in proportion is the slope of the grey lines,
/// whatever its height. A self-contained SVG.
final class GrowthChart {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final int LEFT = 70;
    private static final int RIGHT = 330;
    private static final int TOP = 24;
    private static final int BOTTOM = 52;
    private static final double ROOM = 1.35;
    private static final List<String> COLOURS =
            List.of("#C4151C", "#1E7D4F", "#B26A00", "#4A5B6C", "#7A3E9D", "#0F6E84", "#8C6D1F", "#2A1B17");

    private final List<Growth> all;
    private final StringBuilder svg = new StringBuilder();
    private final double most;
    private final double least;
    private final double longest;

    private GrowthChart(List<Growth> all) {
        this.all = all;
        longest = all.stream().mapToDouble(GrowthChart::factor).max().orElseThrow();
        least = all.stream()
                        .flatMap(each -> each.costs().stream())
                        .mapToDouble(x -> x)
                        .min()
                        .orElseThrow()
                / ROOM;
        most = all.stream()
                        .flatMap(each -> each.costs().stream())
                        .mapToDouble(x -> x)
                        .max()
                        .orElseThrow()
                * ROOM;
    }

    private static double factor(Growth growth) {
        return (double) growth.sizes().getLast() / growth.sizes().getFirst();
    }

    /// @throws java.util.NoSuchElementException if there is nothing to draw
    static String draw(List<Growth> all) {
        return new GrowthChart(all).draw();
    }

    private String draw() {
        add(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"14\">",
                WIDTH,
                HEIGHT));
        add(String.format(Locale.ROOT, "<rect width=\"%d\" height=\"%d\" fill=\"#FBF7EF\"/>", WIDTH, HEIGHT));
        grid();
        for (int i = 0; i < all.size(); i++) {
            line(all.get(i), COLOURS.get(i % COLOURS.size()), i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void grid() {
        for (double factor = 1; factor <= longest * 1.01; factor *= 4) {
            add(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#DDD3C2\"/>",
                    x(factor),
                    x(factor),
                    TOP,
                    HEIGHT - BOTTOM));
            add(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f ×</text>",
                    x(factor),
                    HEIGHT - BOTTOM + 22,
                    factor));
        }
        for (double cost = Math.pow(10, Math.ceil(Math.log10(least))); cost <= most; cost *= 10) {
            add(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#DDD3C2\"/>",
                    LEFT,
                    WIDTH - RIGHT,
                    y(cost),
                    y(cost)));
            add(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    LEFT - 8,
                    y(cost) + 5,
                    millis(cost)));
        }
        for (double start = least / longest; start < most; start *= longest) {
            double from = Math.max(1, least / start);
            double to = Math.min(longest, most / start);
            if (from < to) {
                add(String.format(
                        Locale.ROOT,
                        "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#B9AE9C\" stroke-dasharray=\"3 5\"/>",
                        x(from),
                        x(to),
                        y(start * from),
                        y(start * to)));
            }
        }
        add(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" fill=\"#6B5F52\">dashed: a cost in proportion to the size</text>",
                LEFT,
                HEIGHT - 10));
    }

    private void line(Growth growth, String colour, int number) {
        var points = new StringBuilder();
        for (int i = 0; i < growth.sizes().size(); i++) {
            double factor = (double) growth.sizes().get(i) / growth.sizes().getFirst();
            double cost = growth.costs().get(i);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(factor), y(cost)));
            add(String.format(
                    Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>", x(factor), y(cost), colour));
        }
        add(String.format(
                Locale.ROOT,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
                points.toString().strip(),
                colour));
        int top = TOP + 10 + number * 58;
        add(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"14\" fill=\"%s\"/>",
                WIDTH - RIGHT + 24,
                top,
                colour));
        add(String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"%d\">%s</text>", WIDTH - RIGHT + 46, top + 12, growth.name()));
        add(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" fill=\"#6B5F52\">%,d to %,d %s: exponent %.2f</text>",
                WIDTH - RIGHT + 46,
                top + 32,
                growth.sizes().getFirst(),
                growth.sizes().getLast(),
                growth.unit(),
                growth.exponent()));
    }

    private double x(double factor) {
        return LEFT + (WIDTH - RIGHT - LEFT) * Math.log(factor) / Math.log(longest);
    }

    private double y(double cost) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * Math.log(cost / least) / Math.log(most / least);
    }

    private static String millis(double cost) {
        return cost >= 1000
                ? String.format(Locale.ROOT, "%.0f s", cost / 1000)
                : String.format(Locale.ROOT, cost < 1 ? "%.1f ms" : "%.0f ms", cost);
    }

    private void add(String line) {
        svg.append(line).append('\n');
    }
}
