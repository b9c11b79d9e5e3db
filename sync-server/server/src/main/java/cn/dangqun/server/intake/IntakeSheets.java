package cn.dangqun.server.intake;

import cn.dangqun.sheets.roster.RosterColumn;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Workbooks that the console gives away. Every cell is typed text, which no program takes for a formula.
record IntakeSheets(IntakeWords words) {
    private static final Map<RosterColumn, String> LISTS = Map.of(
            RosterColumn.SEX, "\"男,女\"",
            RosterColumn.CATEGORY, "\"正式党员,预备党员,入党积极分子,入党申请人\"",
            RosterColumn.RELATION, "\"自管党员,双报到党员,流入党员\"",
            RosterColumn.FLOATING, "\"是,否\"",
            RosterColumn.OUT_OF_TOUCH, "\"是,否\"",
            RosterColumn.FRAIL, "\"是,否\"",
            RosterColumn.RETIRED, "\"是,否\"",
            RosterColumn.HARDSHIP, "\"是,否\"");
    private static final int FILLED_IN = 5000;
    private static final int WIDTH = 16;

    /// An empty roster to fill in, with lists to choose from.
    ByteString template() {
        return sheet("党员名册", sheet -> {
            int column = 0;
            for (var each : RosterColumn.values()) {
                if (each != RosterColumn.STATUS && each != RosterColumn.ID) {
                    sheet.value(0, column, each.heading());
                    sheet.style(0, column).bold().set();
                    sheet.width(column, WIDTH);
                    sheet.range(1, column, FILLED_IN, column)
                            .style()
                            .format("@")
                            .set();
                    if (LISTS.containsKey(each)) {
                        sheet.range(1, column, FILLED_IN, column).validateWithListByFormula(LISTS.get(each));
                    }
                    column++;
                }
            }
            sheet.freezePane(0, 1);
        });
    }

    /// What a person has to look at, row by row.
    ByteString problems(List<IntakeRow> rows) {
        return sheet(words.texts().get("intake.problems.sheet"), sheet -> {
            var heads = List.of(
                    words.texts().get("intake.column.row"),
                    RosterColumn.NAME.heading(),
                    words.texts().get("intake.column.outcome"),
                    words.texts().get("intake.column.why"));
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
                sheet.style(0, column).bold().set();
            }
            sheet.width(heads.size() - 1, 4 * WIDTH);
            int at = 1;
            for (var row : rows) {
                sheet.value(at, 0, Integer.toString(row.number()));
                sheet.value(at, 1, row.said().name());
                sheet.value(at, 2, words.outcome(row.outcome()));
                sheet.value(at, 3, row.words());
                at++;
            }
        });
    }

    private static ByteString sheet(String name, Consumer<Worksheet> fill) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "dangqun", "1.0")) {
            fill.accept(workbook.newWorksheet(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteString.copyFrom(out.toByteArray());
    }
}
