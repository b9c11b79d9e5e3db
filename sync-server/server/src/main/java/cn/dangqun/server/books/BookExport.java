package cn.dangqun.server.books;

import cn.dangqun.server.books.BookTable.Column;
import cn.dangqun.server.books.BookTable.Entry;
import cn.dangqun.server.books.BooksModel.Row;
import cn.dangqun.server.text.Texts;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A book as a workbook, one sheet for each table, and the list of branches, row by row as it is counted. Every cell is
/// typed text, so that no formula comes of a name and it says what the page says.
record BookExport(Texts texts) {
    private static final int ROWS_AT_ONCE = 500;
    private static final int NARROW = 8;
    private static final int WIDE = 40;

    ByteString book(BookContent content) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "dangqun", "1.0")) {
            int number = 0;
            for (var table : content.tables()) {
                var writing = new Writing(workbook.newWorksheet(texts.get("books.export.sheet", ++number)));
                writing.head(table.columns().stream().map(Column::heading).toList());
                for (Entry each : table.entries()) {
                    writing.add(each.cells());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteString.copyFrom(out.toByteArray());
    }

    /// `rows` hands each row over as it has it.
    ByteString list(List<String> books, Consumer<Consumer<Row>> rows) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "dangqun", "1.0")) {
            var writing = new Writing(workbook.newWorksheet(texts.get("books.list.title")));
            var head = new ArrayList<String>();
            head.add(texts.get("plan.field.organization"));
            head.add(texts.get("books.column.above"));
            books.forEach(each -> {
                head.add(each);
                head.add(texts.get("books.column.lacks"));
            });
            head.add(texts.get("books.column.state"));
            writing.head(head);
            rows.accept(row -> writing.add(cells(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteString.copyFrom(out.toByteArray());
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        cells.add(row.name());
        cells.add(row.above());
        row.books().forEach(each -> {
            cells.add(each.entries());
            cells.add(String.valueOf(each.lacks()));
        });
        cells.add(row.state());
        return cells;
    }

    private static final class Writing {
        private final Worksheet sheet;
        private int rows;

        private Writing(Worksheet sheet) {
            this.sheet = sheet;
        }

        private void head(List<String> cells) {
            sheet.freezePane(0, 1);
            for (int column = 0; column < cells.size(); column++) {
                sheet.width(column, Math.clamp(cells.get(column).length() * 4L, NARROW, WIDE));
                sheet.style(0, column).bold().set();
            }
            add(cells);
        }

        private void add(List<String> cells) {
            for (int column = 0; column < cells.size(); column++) {
                sheet.value(rows, column, cells.get(column));
            }
            if (++rows % ROWS_AT_ONCE == 0) {
                try {
                    sheet.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
