package cn.dangqun.server.attendance;

import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.server.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// One activity as a table that a spreadsheet opens: the page's figures, then one line a member of its rolls, names
/// masked.
final class SheetExport {
    private final Texts texts;

    SheetExport(Texts texts) {
        this.texts = texts;
    }

    String write(SheetPage.Head head, List<Line> lines) {
        var rows = new ArrayList<String>();
        var row = head.row();
        rows.add(row(row.title(), row.organization(), head.day() + " " + row.times()));
        rows.add(row(texts.get("attendance.export.due"), Integer.toString(row.due())));
        rows.add(row(texts.get("attendance.export.present"), Integer.toString(row.present())));
        rows.add(row(
                texts.get("attendance.export.upload"),
                row.upload() + (row.merged() ? "" : "（" + texts.get("attendance.merge.pending") + "）")));
        rows.add(row(
                texts.get("attendance.export.number"),
                texts.get("attendance.export.name"),
                texts.get("attendance.export.roll"),
                texts.get("attendance.export.state")));
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            rows.add(
                    row(Integer.toString(i + 1), line.name(), line.roll(), state(line.state(), head.missingIsFinal())));
        }
        return '\uFEFF' + String.join("\r\n", rows) + "\r\n";
    }

    /// `name` is masked already.
    record Line(String name, String roll, AttendanceState state) {}

    private String state(AttendanceState state, boolean isFinal) {
        return switch (state) {
            case PRESENT -> texts.get("attendance.export.statePresent");
            case LATE -> texts.get("attendance.export.stateLate");
            case MAKEUP_SIGNED -> texts.get("attendance.export.stateMadeUp");
            case LEAVE -> texts.get("attendance.export.stateLeave");
            case CHECKED_IN_UNSIGNED -> texts.get("attendance.export.stateUnsigned");
            case ABSENT -> texts.get(isFinal ? "attendance.export.stateAbsent" : "attendance.export.stateNotSeen");
            case NOT_COUNTED -> texts.get("attendance.export.stateNotCounted");
        };
    }

    private static String row(String... cells) {
        return Arrays.stream(cells).map(SheetExport::cell).collect(Collectors.joining(","));
    }

    /// Quoted; what a spreadsheet would take for a formula is led by an apostrophe.
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
