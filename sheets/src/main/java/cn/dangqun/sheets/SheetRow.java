package cn.dangqun.sheets;

import java.util.List;

/// A row as it stands in the file: `number` counts from 1, as the office's program shows it. Cells are texts without
/// outer blanks, empty where nothing is; dates are `2026-11-29`, with a time after a `T` when there is one.
public record SheetRow(int number, List<String> cells) {
    public SheetRow {
        cells = List.copyOf(cells);
    }

    /// Empty beyond the last.
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }

    @Override
    public String toString() {
        return "SheetRow[" + number + "]";
    }
}
