package cn.dangqun.server.roster;

import cn.dangqun.domain.member.MemberCategory;
import cn.dangqun.server.roster.RosterReader.Entry;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.sheets.roster.RosterColumn;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// What a list of members finds, as a table. In full it has the headings of the template and the street's ids, so that
/// it can be put right and brought again; masked it says what the list says, under a heading that no import takes for
/// a name. Rows are written as they are read: what waits in memory is the packed file.
record RosterExport(MemberWords words, boolean full) {
    private static final int ROWS_AT_ONCE = 500;
    private static final int WIDTH = 16;
    private static final Map<RosterColumn, MemberCategory> CATEGORIES = Map.of(
            RosterColumn.FLOATING, MemberCategory.FLOATING_OUT,
            RosterColumn.OUT_OF_TOUCH, MemberCategory.OUT_OF_TOUCH,
            RosterColumn.HARDSHIP, MemberCategory.HARDSHIP,
            RosterColumn.FRAIL, MemberCategory.FRAIL,
            RosterColumn.RETIRED, MemberCategory.RETIRED);

    private static final List<RosterColumn> MASKED = List.of(
            RosterColumn.NAME, RosterColumn.BRANCH, RosterColumn.GROUP, RosterColumn.CATEGORY, RosterColumn.RELATION);

    private Texts texts() {
        return words.texts();
    }

    /// A workbook whose every cell is typed text.
    ByteString workbook(RosterReader reader, ListQuestion question) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "dangqun", "1.0")) {
            var sheet = workbook.newWorksheet(texts().get("roster.export.sheet"));
            sheet.freezePane(0, 1);
            var head = head();
            for (int column = 0; column < head.size(); column++) {
                sheet.width(column, WIDTH);
                sheet.style(0, column).bold().set();
            }
            var writing = new Writing(sheet);
            writing.add(head);
            reader.each(question, entry -> writing.add(cells(entry)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteString.copyFrom(out.toByteArray());
    }

    private static final class Writing {
        private final Worksheet sheet;
        private int rows;

        private Writing(Worksheet sheet) {
            this.sheet = sheet;
        }

        private void add(List<String> cells) {
            for (int column = 0; column < cells.size(); column++) {
                sheet.value(rows, column, cells.get(column));
            }
            rows++;
            if (rows % ROWS_AT_ONCE == 0) {
                try {
                    sheet.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /// Text with commas; what a spreadsheet would take for a formula is led by an apostrophe, which imports take away.
    String text(RosterReader reader, ListQuestion question) {
        var text = new StringBuilder("\uFEFF").append(line(head()));
        reader.each(question, entry -> text.append(line(cells(entry))));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(RosterExport::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + cell.replace("\"", "\"\"") + '"';
    }

    private List<String> head() {
        var head = new ArrayList<String>();
        for (var column : columns()) {
            head.add(column == RosterColumn.NAME && !full ? texts().get("roster.export.masked") : column.heading());
        }
        head.add(texts().get("roster.export.lastDay"));
        return head;
    }

    private List<RosterColumn> columns() {
        return full
                ? List.of(RosterColumn.values()).stream()
                        .filter(each -> each != RosterColumn.NUMBER && each != RosterColumn.STATUS)
                        .toList()
                : MASKED;
    }

    private List<String> cells(Entry entry) {
        var cells = new ArrayList<String>();
        columns().forEach(column -> cells.add(cell(column, entry)));
        cells.add(entry.row().until().map(day -> day.minusDays(1).toString()).orElse(""));
        return cells;
    }

    private String cell(RosterColumn column, Entry entry) {
        var row = entry.row();
        var detail = entry.detail();
        return switch (column) {
            case NAME -> full ? row.name().full() : row.name().masked();
            case BRANCH -> row.branchName();
            case GROUP -> row.groupName().orElse("");
            case CATEGORY -> words.status(row.status());
            case RELATION -> words.relation(row.relation());
            case SEX -> detail.sex().map(words::sex).orElse("");
            case BORN -> day(detail.born());
            case ETHNIC_GROUP -> detail.ethnicGroup().orElse("");
            case EDUCATION -> detail.education().orElse("");
            case PHONE -> detail.phone().orElse("");
            case JOINED -> day(detail.joined());
            case CONFIRMED -> day(detail.confirmed());
            case POST -> detail.post().orElse("");
            case FLOATING, OUT_OF_TOUCH, HARDSHIP, FRAIL, RETIRED ->
                detail.categories().contains(CATEGORIES.get(column)) ? texts().get("roster.export.yes") : "";
            case REMARK -> detail.remark().orElse("");
            case ID -> row.id().value();
            case NUMBER, STATUS -> "";
        };
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
