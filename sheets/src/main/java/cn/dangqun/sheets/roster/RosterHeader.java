package cn.dangqun.sheets.roster;

import cn.dangqun.sheets.SheetRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where which column stands. `row` is the last row of the header; `unknown` are headings that nobody understands,
/// whose columns are passed over.
public record RosterHeader(int row, Map<RosterColumn, Integer> columns, List<String> unknown) {
    /// A header has the name and at least one column more.
    private static final int FEWEST = 2;

    public RosterHeader {
        columns = Map.copyOf(columns);
        unknown = List.copyOf(unknown);
    }

    /// Of one row, or of two when cells of the first are merged over several of the second.
    static Optional<RosterHeader> of(SheetRow row, Optional<SheetRow> below) {
        var one = read(row, row.cells());
        var two = below.map(next -> read(next, merged(row, next)))
                .filter(each -> each.columns.size() > one.columns.size() && isHeading(below.get()));
        var better = two.orElse(one);
        return better.columns.size() >= FEWEST && better.columns.containsKey(RosterColumn.NAME)
                ? Optional.of(better)
                : Optional.empty();
    }

    /// A row of data may hold a word that is a heading too; two of them it will not.
    private static boolean isHeading(SheetRow row) {
        return row.cells().stream()
                        .filter(each -> RosterColumn.of(each).isPresent())
                        .count()
                >= FEWEST;
    }

    private static List<String> merged(SheetRow upper, SheetRow lower) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
            cells.add(lower.cell(i).isEmpty() ? upper.cell(i) : lower.cell(i));
        }
        return cells;
    }

    /// Of two columns of one heading the first counts.
    private static RosterHeader read(SheetRow row, List<String> cells) {
        var columns = new EnumMap<RosterColumn, Integer>(RosterColumn.class);
        var unknown = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            var column = RosterColumn.of(cells.get(i));
            if (column.isPresent()) {
                columns.putIfAbsent(column.get(), i);
            } else if (!cells.get(i).isEmpty()) {
                unknown.add(cells.get(i));
            }
        }
        return new RosterHeader(row.number(), columns, unknown);
    }

    /// Empty when there is no such column.
    public String cell(SheetRow row, RosterColumn column) {
        return Optional.ofNullable(columns.get(column)).map(row::cell).orElse("");
    }

    public boolean has(RosterColumn column) {
        return columns.containsKey(column);
    }
}
