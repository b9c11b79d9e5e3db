package cn.dangqun.server.reports;

import cn.dangqun.papers.Papers;
import cn.dangqun.papers.Register;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.reports.Report.Table;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Reply;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A report as a workbook, a sheet for each table, and as pages. Words are typed as text, so that no formula
/// comes of a name. Laying pages out takes a second or two and some 50 MB, so it is done for one after another.
@OneProcess("Lets one report after another be laid out: a matter of this process's memory.")
final class ReportFiles {
    private static final Logger log = LoggerFactory.getLogger(ReportFiles.class);
    private static final int ROWS_AT_ONCE = 500;
    private static final int WIDE = 28;
    private static final int NARROW = 11;
    private static final double WIDE_FROM = 3;

    private final Texts texts;
    private final Papers papers = Papers.withDebiansFont();
    private final Semaphore one = new Semaphore(1, true);

    ReportFiles(Texts texts) {
        this.texts = texts;
    }

    Reply workbook(Report report, String name) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "dangqun", "1.0")) {
            for (var table : report.tables()) {
                sheet(workbook, report, table);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reply.Sheet(name + ".xlsx", ByteString.copyFrom(out.toByteArray()));
    }

    private static void sheet(Workbook workbook, Report report, Table table) throws IOException {
        var sheet = workbook.newWorksheet(table.title());
        sheet.freezePane(0, 3);
        sheet.value(0, 0, report.organization() + " " + report.title() + " " + table.title());
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, report.asOf() + " " + table.about());
        for (int column = 0; column < table.columns().size(); column++) {
            var head = table.columns().get(column);
            sheet.width(column, head.share() >= WIDE_FROM ? WIDE : NARROW);
            sheet.value(2, column, head.heading());
            sheet.style(2, column).bold().set();
        }
        int row = 3;
        for (var each : table.rows()) {
            cells(sheet, row++, each.cells(), table);
            if (row % ROWS_AT_ONCE == 0) {
                sheet.flush();
            }
        }
        cells(sheet, row, table.sums(), table);
    }

    /// Whole numbers as numbers, so that offices may add them up.
    private static void cells(Worksheet sheet, int row, List<String> cells, Table table) {
        for (int column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            if (table.columns().get(column).number() && cell.matches("\\d{1,9}")) {
                sheet.value(row, column, Integer.parseInt(cell));
            } else {
                sheet.value(row, column, cell);
            }
        }
    }

    /// Without the font there is no page, and it is said which package brings it.
    Reply pages(Report report, String name, List<String> remarks) {
        var registers = new ArrayList<Register>();
        for (var table : report.tables()) {
            registers.add(register(report, table, registers.isEmpty() ? remarks : List.of()));
        }
        one.acquireUninterruptibly();
        try {
            var out = new ByteArrayOutputStream();
            papers.writeThrough(registers, out);
            return new Reply.Pages(name + ".pdf", ByteString.copyFrom(out.toByteArray()));
        } catch (IOException e) {
            log.warn("Pages cannot be laid out: is fonts-noto-cjk installed?", e);
            return new Reply.Page(
                    503,
                    "fees/unprinted",
                    texts.get("fees.unprinted.title"),
                    Map.of("why", texts.get("fees.unprinted.why")));
        } finally {
            one.release();
        }
    }

    private Register register(Report report, Table table, List<String> remarks) {
        var about = new ArrayList<String>();
        about.add(report.asOf());
        if (!table.about().isEmpty()) {
            about.add(table.about());
        }
        if (table.rows().isEmpty()) {
            about.add(table.none());
        }
        return new Register(
                List.of(report.organization() + " " + report.title(), table.title()),
                about,
                table.columns().stream()
                        .map(each -> new Register.Column(each.heading(), each.share()))
                        .toList(),
                table.rows().stream().map(Report.Row::cells).toList(),
                table.rows().isEmpty() ? List.of() : table.sums(),
                remarks,
                remarks.isEmpty() ? List.of() : List.of(texts.get("reports.paper.sign")));
    }
}
