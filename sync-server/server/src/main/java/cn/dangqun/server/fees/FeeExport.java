package cn.dangqun.server.fees;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Totals of branches, and the register of one, as workbooks, row by row. Words are typed as text, so that no formula
/// comes of a name; amounts are numbers.
record FeeExport(FeeWords words) {
    private static final int ROWS_AT_ONCE = 500;
    private static final int WIDE = 26;
    private static final int WIDTH = 14;

    ByteString totals(List<FeePage.Summed> rows) {
        var texts = words.texts();
        var all = new ArrayList<List<Object>>();
        rows.forEach(each -> all.add(row(each.organization().name(), each.sums())));
        all.add(row(
                texts.get("turnout.list.total"),
                rows.stream().map(FeePage.Summed::sums).reduce(FeeSums.NOTHING, FeeSums::plus)));
        return workbook(
                texts.get("fees.list.title"),
                List.of(
                        texts.get("plan.field.organization"),
                        texts.get("fees.column.people"),
                        texts.get("fees.column.unfixed"),
                        texts.get("fees.column.dueFirst"),
                        texts.get("fees.column.paidFirst"),
                        texts.get("fees.column.dueSecond"),
                        texts.get("fees.column.paidSecond"),
                        texts.get("fees.column.due"),
                        texts.get("fees.column.paid"),
                        texts.get("fees.column.late")),
                all);
    }

    private static List<Object> row(String name, FeeSums sums) {
        return List.of(
                name,
                sums.people(),
                sums.unfixed(),
                sums.dueFirst().yuan(),
                sums.paidFirst().yuan(),
                sums.dueSecond().yuan(),
                sums.paidSecond().yuan(),
                sums.due().yuan(),
                sums.paid().yuan(),
                sums.late());
    }

    ByteString register(FeeRegister register, List<FeeLine> lines) {
        var all = new ArrayList<List<Object>>();
        register.rows(lines).forEach(each -> all.add(List.copyOf(each)));
        all.add(List.copyOf(register.sums(lines)));
        return workbook(words.texts().get("fees.register.title"), register.headings(), all);
    }

    private static ByteString workbook(String name, List<String> head, List<List<Object>> rows) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "dangqun", "1.0")) {
            var sheet = workbook.newWorksheet(name);
            sheet.freezePane(0, 1);
            for (int column = 0; column < head.size(); column++) {
                sheet.width(column, column == 0 || column == head.size() - 1 ? WIDE : WIDTH);
                sheet.value(0, column, head.get(column));
                sheet.style(0, column).bold().set();
            }
            int at = 1;
            for (var row : rows) {
                for (int column = 0; column < row.size(); column++) {
                    cell(sheet, at, column, row.get(column));
                }
                if (++at % ROWS_AT_ONCE == 0) {
                    sheet.flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteString.copyFrom(out.toByteArray());
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
            sheet.style(row, column)
                    .format(value instanceof Integer ? "0" : "0.00")
                    .set();
        } else {
            sheet.value(row, column, value.toString());
        }
    }
}
