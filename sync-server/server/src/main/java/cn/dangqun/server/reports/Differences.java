package cn.dangqun.server.reports;

import cn.dangqun.server.reports.Report.Column;
import cn.dangqun.server.reports.Report.Row;
import cn.dangqun.server.reports.Report.Table;
import cn.dangqun.server.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// 更正: how the figures of a period stand now beside the copy that was sent, cell by cell.
record Differences(Texts texts) {
    Table of(Report sent, Report now) {
        var rows = new ArrayList<Row>();
        sent.tables().stream()
                .filter(Table::compared)
                .forEach(former -> now.table(former.id()).ifPresent(later -> compare(former, later, rows)));
        return new Table(
                "after",
                texts.get("reports.after.title"),
                texts.get("reports.after.about"),
                false,
                List.of(
                        new Column(texts.get("reports.after.table"), 2, false),
                        new Column(texts.get("reports.after.row"), 4, false),
                        new Column(texts.get("reports.after.cell"), 2, false),
                        new Column(texts.get("reports.after.sent"), 2, false),
                        new Column(texts.get("reports.after.now"), 2, false)),
                rows,
                List.of(),
                texts.get("reports.after.none"));
    }

    private void compare(Table sent, Table now, List<Row> rows) {
        var later = byKey(now);
        for (var row : sent.rows()) {
            var other = later.remove(row.key());
            if (other == null) {
                rows.add(row(sent, row, "", texts.get("reports.after.there"), texts.get("reports.after.gone")));
            } else {
                cells(sent, row, other, rows);
            }
        }
        later.values()
                .forEach(row -> rows.add(
                        row(now, row, "", texts.get("reports.after.notThere"), texts.get("reports.after.there"))));
    }

    private static Map<String, Row> byKey(Table table) {
        var rows = new LinkedHashMap<String, Row>();
        table.rows().forEach(each -> rows.put(each.key(), each));
        return rows;
    }

    private void cells(Table table, Row sent, Row now, List<Row> rows) {
        int many = Math.min(sent.cells().size(), now.cells().size());
        for (int n = 0; n < many; n++) {
            if (!sent.cells().get(n).equals(now.cells().get(n))) {
                rows.add(row(
                        table,
                        sent,
                        table.columns().get(n).heading(),
                        sent.cells().get(n),
                        now.cells().get(n)));
            }
        }
    }

    private static Row row(Table table, Row of, String heading, String sent, String now) {
        var what = of.cells().get(0).equals(of.name())
                ? of.name()
                : of.name() + " " + of.cells().getFirst();
        return new Row(
                table.id() + " " + of.key() + " " + heading,
                of.name(),
                of.address(),
                List.of(table.title(), what, heading, sent, now));
    }
}
