package cn.dangqun.bench.figure;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Figures in rows, goal beside figure, as Markdown that reads as well in a terminal.
public final class FigureTable {
    private static final List<String> HEAD =
            List.of("figure", "unit", "median", "least – most", "baseline", "its median", "ratio", "goal", "met");
    private static final int FIRST_NUMBER = 2;

    private FigureTable() {}

    public static void print(List<Figure> figures, PrintStream out) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        figures.stream().map(FigureTable::row).forEach(rows::add);
        var widths = new int[HEAD.size()];
        rows.forEach(row -> {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        });
        out.println(line(rows.getFirst(), widths));
        out.println(rule(widths));
        rows.stream().skip(1).forEach(row -> out.println(line(row, widths)));
    }

    private static List<String> row(Figure figure) {
        var runs = figure.runs();
        return List.of(
                figure.name(),
                figure.unit(),
                Numbers.shortly(runs.median()),
                runs.each().size() == 1
                        ? "one run"
                        : Numbers.shortly(runs.least()) + " – " + Numbers.shortly(runs.most()),
                figure.baseline().map(Baseline::what).orElse(""),
                figure.baseline()
                        .map(other -> Numbers.shortly(other.runs().median()))
                        .orElse(""),
                figure.ratio().isPresent()
                        ? String.format(Locale.ROOT, "%.2f", figure.ratio().getAsDouble())
                        : "",
                figure.goal().map(Goal::toString).orElse(""),
                figure.isMet().map(met -> met ? "yes" : "NO").orElse(""));
    }

    private static String line(List<String> row, int[] widths) {
        var cells = new ArrayList<String>();
        for (int column = 0; column < widths.length; column++) {
            var pad = " ".repeat(widths[column] - row.get(column).length());
            cells.add(column < FIRST_NUMBER ? row.get(column) + pad : pad + row.get(column));
        }
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String rule(int[] widths) {
        var cells = new ArrayList<String>();
        for (int column = 0; column < widths.length; column++) {
            cells.add("-".repeat(widths[column] - 1) + (column < FIRST_NUMBER ? "-" : ":"));
        }
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }
}
