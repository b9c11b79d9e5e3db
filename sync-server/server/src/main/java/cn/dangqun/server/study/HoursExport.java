package cn.dangqun.server.study;

import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.text.Texts;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// 学时 of organisations and of their members as a workbook, row by row. Words are typed as text, so that no formula
/// comes of a name; names are those of the page that was asked.
record HoursExport(Texts texts) {
    private static final int ROWS_AT_ONCE = 500;
    private static final int NAME = 28;
    private static final int WIDTH = 12;

    ByteString workbook(
            Map<OrganizationReader.Row, List<Standing>> groups, List<HoursModel.Person> people, String asOf) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "dangqun", "1.0")) {
            members(workbook, people, asOf);
            organizations(workbook, groups, asOf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteString.copyFrom(out.toByteArray());
    }

    private void organizations(Workbook workbook, Map<OrganizationReader.Row, List<Standing>> groups, String asOf) {
        var sheet = sheet(
                workbook,
                texts.get("study.list.byBranch"),
                List.of(
                        texts.get("plan.field.organization"),
                        texts.get("study.column.members"),
                        texts.get("study.column.studied"),
                        texts.get("study.column.studiedRate"),
                        texts.get("study.column.reached"),
                        texts.get("study.column.reachedRate"),
                        texts.get("study.column.behind"),
                        texts.get("study.column.awaited"),
                        texts.get("study.column.exempt"),
                        asOf));
        int row = 1;
        var total = Tally.NOBODY;
        for (var each : groups.entrySet()) {
            var tally = Tally.of(each.getValue());
            total = total.plus(tally);
            figures(sheet, row++, each.getKey().name(), tally);
        }
        figures(sheet, row, texts.get("turnout.list.total"), total);
    }

    private static void figures(Worksheet sheet, int row, String name, Tally tally) {
        sheet.value(row, 0, name);
        sheet.value(row, 1, tally.members());
        sheet.value(row, 2, tally.studied());
        sheet.value(row, 3, tally.studiedRate());
        sheet.value(row, 4, tally.reached());
        sheet.value(row, 5, tally.reachedRate());
        sheet.value(row, 6, tally.behind());
        sheet.value(row, 7, tally.awaited());
        sheet.value(row, 8, tally.exempt());
    }

    private void members(Workbook workbook, List<HoursModel.Person> people, String asOf) throws IOException {
        var sheet = sheet(
                workbook,
                texts.get("study.list.byMember"),
                List.of(
                        texts.get("roster.field.name"),
                        texts.get("roster.field.branch"),
                        texts.get("study.column.role"),
                        texts.get("study.column.credited"),
                        texts.get("study.column.required"),
                        texts.get("study.column.missing"),
                        texts.get("study.column.trainings"),
                        texts.get("study.column.state"),
                        asOf));
        int row = 1;
        for (var each : people) {
            sheet.value(row, 0, each.name());
            sheet.value(row, 1, each.branch());
            sheet.value(row, 2, each.roles());
            sheet.value(row, 3, each.credited());
            sheet.value(row, 4, each.required());
            sheet.value(row, 5, each.missing());
            sheet.value(row, 6, each.trainings());
            sheet.value(row, 7, each.stateName());
            if (++row % ROWS_AT_ONCE == 0) {
                sheet.flush();
            }
        }
    }

    private static Worksheet sheet(Workbook workbook, String name, List<String> head) {
        var sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int column = 0; column < head.size(); column++) {
            sheet.width(column, column == 0 ? NAME : WIDTH);
            sheet.value(0, column, head.get(column));
            sheet.style(0, column).bold().set();
        }
        return sheet;
    }
}
