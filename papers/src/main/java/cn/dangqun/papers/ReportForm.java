package cn.dangqun.papers;

import java.util.List;

/// Lays a [ResolutionReport] out. The seal covers the sender's name and the date, which stay on one page with
/// the last words before them, so that no page has a seal alone.
record ReportForm(Words words) {
    private static final double SEAL = Sheet.millimetres(21);
    private static final double INDENT = Sheet.millimetres(14);

    void lay(Composition paper, ResolutionReport report) {
        paper.title(List.of(report.title())).foot(report.title());
        words.some(report.number())
                .ifPresent(number -> paper.line(number, Style.TEXT, Side.MIDDLE).gap());
        paper.line(report.to() + words.get("paper.colon"), Style.OFFICIAL, Side.LEFT);
        report.paragraphs().forEach(each -> paper.text(each, Style.OFFICIAL));
        for (int i = 0; i < report.attachments().size(); i++) {
            paper.text(words.get("paper.attachment", i + 1, report.attachments().get(i)), Style.OFFICIAL);
        }
        var end = paper.part();
        end.text(words.get("paper.report.end"), Style.OFFICIAL);
        end.gap().gap();
        double height = 2 * SEAL + Sheet.millimetres(6);
        end.add(Piece.of(height, (pen, top) -> seal(pen, top, height, report)));
        paper.together(end);
    }

    private void seal(Pen pen, double top, double height, ResolutionReport report) {
        double from = pen.width(report.from(), Style.OFFICIAL);
        var day = words.day(report.date());
        double right = Sheet.RIGHT - INDENT;
        double middle = Math.min(right - Math.max(from, pen.width(day, Style.OFFICIAL)) / 2, Sheet.RIGHT - SEAL);
        double y = top + height / 2;
        pen.dottedCircle(middle, y, SEAL);
        middle(pen, report.from(), Style.OFFICIAL, middle, y - Style.OFFICIAL.leading());
        middle(pen, day, Style.OFFICIAL, middle, y);
        pen.grey(0.45);
        middle(pen, words.get("paper.seal"), Style.SMALL, middle, y + SEAL - 2 * Style.SMALL.leading());
        pen.grey(0);
    }

    private static void middle(Pen pen, String text, Style style, double x, double top) {
        double width = pen.width(text, style);
        // a long name reaches to the left, never beyond the edge
        double left = Math.min(x - width / 2, Sheet.RIGHT - width);
        pen.text(text, style, Math.max(Sheet.LEFT, left), top, 0);
    }
}
