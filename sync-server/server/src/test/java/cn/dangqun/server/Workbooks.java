package cn.dangqun.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;

/// Reads what the console exports.
public final class Workbooks {
    private Workbooks() {}

    /// Of its sheets.
    public static List<String> names(byte[] workbook) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return book.getSheets().map(Sheet::getName).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a cell can be added up; all are counted from 0.
    public static boolean isNumber(byte[] workbook, int sheet, int row, int column) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return book.getSheet(sheet)
                    .orElseThrow()
                    .read()
                    .get(row)
                    .getOptionalCell(column)
                    .filter(each -> each.getType() == CellType.NUMBER)
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All cells of a sheet, counted from 0, as texts.
    public static List<List<String>> rows(byte[] workbook, int sheet) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            var rows = new ArrayList<List<String>>();
            for (var row : book.getSheet(sheet).orElseThrow().read()) {
                var cells = new ArrayList<String>();
                for (int column = 0; column < row.getCellCount(); column++) {
                    cells.add(row.getOptionalCell(column)
                            .map(each -> each.getText())
                            .orElse(""));
                }
                rows.add(cells);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
