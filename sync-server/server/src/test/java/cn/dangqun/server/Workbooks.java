package cn.dangqun.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/// Reads what the console exports.
public final class Workbooks {
    private Workbooks() {}

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
