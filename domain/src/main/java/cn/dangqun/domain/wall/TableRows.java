package cn.dangqun.domain.wall;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Rows of a table as people type them, `| 项目 | 金额 |`, or bring them along from a sheet, cells apart by tabs.
final class TableRows {
    static final int MOST_COLUMNS = 6;

    private static final Pattern BAR = Pattern.compile("[|｜]");
    private static final Pattern NUMBERED = Pattern.compile("[（(]?[一二三四五六七八九十百\\d]{1,4}[）).．、]|第.{1,4}条|[-•·*]");

    private TableRows() {}

    /// The cells of a row; empty when the line is none, or has more columns than a wall has room for.
    static List<String> cells(String line) {
        if (!BAR.matcher(line).lookingAt()) {
            return List.of();
        }
        var inner = line.substring(1);
        boolean closed = inner.endsWith("|") || inner.endsWith("｜");
        var cells = Stream.of(BAR.split(closed ? inner.substring(0, inner.length() - 1) : inner, -1))
                .map(String::strip)
                .toList();
        return cells.size() > MOST_COLUMNS || cells.stream().allMatch(String::isEmpty) ? List.of() : cells;
    }

    /// As many cells in every row as in the longest.
    static WallBlock.Table table(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        return new WallBlock.Table(
                rows.stream().map(row -> filled(row, columns)).toList());
    }

    private static List<String> filled(List<String> row, int columns) {
        var cells = new ArrayList<>(row);
        cells.addAll(Collections.nCopies(columns - row.size(), ""));
        return cells;
    }

    /// A line from a sheet as a row; every other line with its tabs as spaces. A number before a tab is a list.
    static String pasted(String line) {
        var stripped = line.strip();
        int tab = stripped.indexOf('\t');
        if (tab < 0 || NUMBERED.matcher(stripped.substring(0, tab).strip()).matches()) {
            return line.replace('\t', ' ');
        }
        return "| " + stripped.replace("\t", " | ") + " |";
    }
}
