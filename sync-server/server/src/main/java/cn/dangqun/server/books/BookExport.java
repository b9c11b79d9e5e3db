package cn.dangqun.server.books;

import cn.dangqun.server.books.BookTable.Column;
import cn.dangqun.server.books.BookTable.Entry;
import cn.dangqun.server.books.BooksModel.Row;
import cn.dangqun.server.text.Texts;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A book as a workbook, one sheet for each table, and the list of branches, row by row as it is counted. Words are
/// typed as text, so that no formula comes of a name; what is a figure is a number and reads as on the page.
record BookExport(Texts texts) {
    private static final int ROWS_AT_ONCE = 500;
    private static final int NARROW = 8;
    private static final int WIDE = 40;

    ByteString book(BookContent content) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "dangqun", "1.0")) {
            for (var table : content.tables()) {
                var writing = new Writing(
                        workbook.newWorksheet(table.title()),
                        table.columns().stream().map(Column::number).toList());
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
            var head = new ArrayList<String>();
            head.add(texts.get("plan.field.organization"));
            head.add(texts.get("books.column.above"));
            books.forEach(each -> {
                head.add(each);
                head.add(texts.get("books.column.lacks"));
            });
            head.add(texts.get("books.column.state"));
            var writing = new Writing(
                    workbook.newWorksheet(texts.get("books.list.title")),
                    IntStream.range(0, head.size())
                            .mapToObj(column -> column > 1 && column < head.size() - 1)
                            .toList());
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
        private final List<Boolean> figures;
        private int rows;

        private Writing(Worksheet sheet, List<Boolean> figures) {
            this.sheet = sheet;
            this.figures = figures;
        }

        private void head(List<String> cells) {
            sheet.freezePane(0, 1);
            for (int column = 0; column < cells.size(); column++) {
                sheet.width(column, Math.clamp(cells.get(column).length() * 4L, NARROW, WIDE));
                sheet.style(0, column).bold().set();
            }
            add(cells);
        }

        private void value(int column, String cell) {
            if (figures.get(column) && cell.matches("\\d{1,9}")) {
                sheet.value(rows, column, Integer.parseInt(cell));
            } else if (figures.get(column) && cell.matches("\\d{1,9}\\.\\d{2}")) {
                sheet.value(rows, column, new BigDecimal(cell));
                sheet.style(rows, column).format("0.00").set();
            } else {
                sheet.value(rows, column, cell);
            }
        }

        private void add(List<String> cells) {
            for (int column = 0; column < cells.size(); column++) {
                value(column, cells.get(column));
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
