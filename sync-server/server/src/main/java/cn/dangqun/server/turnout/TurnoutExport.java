package cn.dangqun.server.turnout;

import cn.dangqun.server.text.Texts;
import cn.dangqun.server.turnout.TurnoutReader.Count;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// The figures of organisations and of their activities as a workbook: words are typed as text, so that no
/// formula comes of a title; nobody is named.
record TurnoutExport(Texts texts) {
    private static final int WIDTH = 14;
    private static final int NAME = 32;

    ByteString workbook(List<Count> counts) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "dangqun", "1.0")) {
            var organizations = sheet(
                    workbook, texts.get("turnout.list.byOrganization"), List.of(texts.get("plan.field.organization")));
            int row = 1;
            for (var each : counts.stream().collect(Collectors.groupingBy(Count::roll)).entrySet().stream()
                    .sorted((one, other) ->
                            Integer.compare(one.getKey().order(), other.getKey().order()))
                    .toList()) {
                organizations.value(row, 0, each.getKey().name());
                figures(organizations, row, 1, TurnoutPage.sum(each.getValue()));
                row++;
            }
            var activities = sheet(
                    workbook,
                    texts.get("turnout.list.byActivity"),
                    List.of(
                            texts.get("plan.field.day"),
                            texts.get("plan.field.title"),
                            texts.get("plan.field.organization")));
            row = 1;
            for (var each : counts) {
                activities.value(row, 0, each.held().day().toString());
                activities.value(row, 1, each.held().title());
                activities.value(row, 2, each.roll().name());
                figures(activities, row, 3, each.turnout());
                row++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteString.copyFrom(out.toByteArray());
    }

    private Worksheet sheet(Workbook workbook, String name, List<String> first) {
        var sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        var head = new ArrayList<>(first);
        head.addAll(List.of(
                texts.get("turnout.column.activities"),
                texts.get("attendance.export.due"),
                texts.get("attendance.export.present"),
                texts.get("turnout.column.rate"),
                texts.get("attendance.export.stateLate"),
                texts.get("attendance.export.stateLeave"),
                texts.get("attendance.export.stateUnsigned"),
                texts.get("attendance.export.stateAbsent"),
                texts.get("turnout.column.awaited")));
        for (int column = 0; column < head.size(); column++) {
            sheet.width(column, column < first.size() ? NAME : WIDTH);
            sheet.value(0, column, head.get(column));
            sheet.style(0, column).bold().set();
        }
        return sheet;
    }

    private static void figures(Worksheet sheet, int row, int from, Turnout turnout) {
        sheet.value(row, from, turnout.activities());
        sheet.value(row, from + 1, turnout.due());
        sheet.value(row, from + 2, turnout.present());
        sheet.value(row, from + 3, turnout.rate());
        sheet.value(row, from + 4, turnout.late());
        sheet.value(row, from + 5, turnout.leave());
        sheet.value(row, from + 6, turnout.unsigned());
        sheet.value(row, from + 7, turnout.absent());
        sheet.value(row, from + 8, turnout.awaited());
    }
}
