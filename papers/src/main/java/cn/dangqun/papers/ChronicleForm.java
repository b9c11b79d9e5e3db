package cn.dangqun.papers;

import java.util.ArrayList;
import java.util.List;

/// Lays a [Chronicle] out. A heading is never parted from what follows it.
record ChronicleForm() {
    private static final double LABEL = 3;
    private static final double VALUE = 8;
    private static final double LOW = Sheet.millimetres(7);

    static void lay(Composition paper, Chronicle book) {
        paper.title(book.title()).foot(String.join("", book.title()));
        book.about().forEach(each -> paper.line(each, Style.CELL, Side.LEFT));
        for (var entry : book.entries()) {
            paper.heading(entry.heading());
            paper.rows(rows(entry.fields()));
        }
        paper.gap();
        book.remarks().forEach(each -> paper.line(each, Style.SMALL, Side.LEFT));
    }

    private static List<Row> rows(List<Chronicle.Field> fields) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            boolean pair =
                    !field.wide() && i + 1 < fields.size() && !fields.get(i + 1).wide();
            if (pair) {
                var next = fields.get(++i);
                rows.add(Row.of(LOW, label(field), value(VALUE, field), label(next), value(VALUE, next)));
            } else {
                rows.add(Row.of(LOW, label(field), value(2 * VALUE + LABEL, field)));
            }
        }
        return rows;
    }

    private static Cell label(Chronicle.Field field) {
        return Cell.fineHead(LABEL, field.label());
    }

    private static Cell value(double share, Chronicle.Field field) {
        return new Cell(share, new Cell.Content.Words(field.value(), Style.SMALL, Side.LEFT));
    }
}
