package cn.dangqun.server.reports;

import java.util.List;
import java.util.Optional;

/// A report word by word: what the page shows, what is sent, and what leaves as workbook or pages. Kept as JSON
/// when it is sent, so a field may be added and none may change its meaning.
///
/// @param period as it stands in the address: `2026-10`, `2026H1`, `2026`
///
/// @param asOf a sentence: when the figures were worked out
public record Report(
        String period,
        String title,
        String organization,
        String asOf,
        List<Figure> figures,
        List<Bar> bars,
        List<Table> tables) {
    public Report {
        figures = List.copyOf(figures);
        bars = List.copyOf(bars);
        tables = List.copyOf(tables);
    }

    /// One figure of the whole, with its name.
    public record Figure(String name, String value) {}

    /// One month of the picture: heights in hundredths; nothing where nothing is over.
    public record Bar(
            int x, String month, boolean known, int completion, int punctuality, String completed, String inTime) {}

    /// `compared`: rows are figures of the period itself, so what comes later is a correction. `sums` is empty,
    /// or has a cell for each column; `none` is said where there is no row.
    public record Table(
            String id,
            String title,
            String about,
            boolean compared,
            List<Column> columns,
            List<Row> rows,
            List<String> sums,
            String none) {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            sums = List.copyOf(sums);
        }
    }

    /// `share` is its part of the width on paper.
    public record Column(String heading, double share, boolean number) {}

    /// `name` is whose row it is, to find and order by; `key` tells it from all others of the table.
    public record Row(String key, String name, String address, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    Optional<Table> table(String id) {
        return tables.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
