package cn.dangqun.papers;

import java.util.ArrayList;
import java.util.List;

/// The head of a meeting's form: title, then what the meeting was, in boxes.
record Head(Words words) {
    static final double LOW = Sheet.millimetres(8);
    private static final double LABEL = 3;
    private static final double VALUE = 8;

    /// Whose meeting, then what the paper is.
    void title(Composition paper, MeetingHead meeting, String what) {
        var title = meeting.kind() + what;
        paper.title(List.of(meeting.organization(), title));
        paper.foot(title + meeting.begins().map(at -> " " + at.toLocalDate()).orElse(""));
    }

    void boxes(Composition paper, MeetingHead meeting, String time) {
        var rows = new ArrayList<Row>();
        rows.add(wide("paper.topic", meeting.topic()));
        rows.add(wide("paper.time", time));
        rows.add(wide("paper.place", meeting.place()));
        rows.add(Row.of(
                LOW,
                Cell.head(LABEL, words.get("paper.chair")),
                Cell.of(VALUE, meeting.chair()),
                Cell.head(LABEL, words.get("paper.recorder")),
                Cell.of(VALUE, meeting.recorder())));
        paper.rows(rows);
    }

    Row wide(String label, String value) {
        return Row.of(LOW, Cell.head(LABEL, words.get(label)), Cell.left(2 * VALUE + LABEL, value));
    }

    /// Who signs the paper, two in a line, each with room to, and the date; on one page with what `part` holds.
    void signatures(Composition paper, Composition part, List<String> labels) {
        part.gap();
        double height = Sheet.millimetres(11);
        for (int i = 0; i < labels.size(); i += 2) {
            var pair = labels.subList(i, Math.min(i + 2, labels.size()));
            part.add(Piece.of(height, (pen, top) -> sign(pen, top + height, pair)));
        }
        part.gap().line(words.get("paper.date.blank"), Style.TEXT, Side.RIGHT);
        paper.together(part);
    }

    private void sign(Pen pen, double bottom, List<String> labels) {
        double share = Sheet.width() / 2;
        for (int i = 0; i < labels.size(); i++) {
            var label = words.get(labels.get(i)) + words.get("paper.colon");
            double left = Sheet.LEFT + i * share;
            pen.text(label, Style.TEXT, left, bottom - Style.TEXT.leading(), 0);
            pen.line(left + pen.width(label, Style.TEXT), bottom - 3, left + share - Sheet.millimetres(5), bottom - 3);
        }
    }
}
