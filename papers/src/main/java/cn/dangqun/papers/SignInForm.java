package cn.dangqun.papers;

import cn.dangqun.papers.SignInSheet.Signing;
import java.util.ArrayList;
import java.util.List;

/// Lays a [SignInSheet] out: 序号 姓名 所在党支部 签名 签到时间 备注 (forms.md, section 2).
record SignInForm(Words words) {
    private static final double NUMBER = 1.5;
    private static final double NAME = 3;
    private static final double UNIT = 4.7;
    private static final int UNIT_AT = 2;
    private static final double BOX = 3.6;
    private static final double TIME = 2.3;
    private static final double REMARK = 3.1;
    /// High enough for an old hand.
    private static final double ROW = Sheet.millimetres(11.5);

    void lay(Composition paper, SignInSheet sheet) {
        var head = new Head(words);
        var meeting = sheet.meeting();
        head.title(paper, meeting, words.get("paper.signin"));
        head.boxes(paper, meeting, meeting.begins().map(words::moment).orElse(""));
        paper.gap();
        paper.table(columns(showsUnits(sheet)), rows(sheet));
        paper.closing(sums(paper.part(), sheet));
    }

    /// Never alone on the last page.
    private Composition sums(Composition end, SignInSheet sheet) {
        end.gap();
        sheet.counts()
                .ifPresentOrElse(
                        counts -> end.line(
                                words.get("paper.counts", counts.due(), counts.present(), counts.absent()),
                                Style.STRONG,
                                Side.LEFT),
                        () -> end.line(words.get("paper.counts.blank"), Style.TEXT, Side.LEFT));
        sheet.asOf().ifPresent(at -> end.line(words.get("paper.asof", words.moment(at)), Style.SMALL, Side.LEFT));
        return end.line(words.get("paper.signin.rule"), Style.SMALL, Side.LEFT);
    }

    private Row columns(boolean showsUnits) {
        return row(
                Head.LOW,
                showsUnits,
                Cell.head(NUMBER, words.get("paper.number")),
                Cell.head(NAME, words.get("paper.name")),
                Cell.head(UNIT, words.get("paper.unit")),
                Cell.head(BOX, words.get("paper.signature")),
                Cell.head(TIME, words.get("paper.arrived")),
                Cell.head(REMARK, words.get("paper.remark")));
    }

    /// Where all are of one organisation the title says which, and the boxes to sign are wider.
    private static boolean showsUnits(SignInSheet sheet) {
        return sheet.rows().stream().map(SignInSheet.Row::unit).distinct().count() > 1;
    }

    private static Row row(double least, boolean showsUnits, Cell... cells) {
        var shown = new ArrayList<>(List.of(cells));
        if (!showsUnits) {
            shown.remove(UNIT_AT);
        }
        return new Row(least, shown);
    }

    private static List<Row> rows(SignInSheet sheet) {
        boolean units = showsUnits(sheet);
        var rows = new ArrayList<Row>();
        for (var each : sheet.rows()) {
            rows.add(row(
                    ROW,
                    units,
                    Cell.of(NUMBER, Integer.toString(rows.size() + 1)),
                    Cell.of(NAME, each.name()),
                    Cell.of(UNIT, each.unit()),
                    box(each.signing()),
                    Cell.of(TIME, each.time()),
                    Cell.of(REMARK, each.remark())));
        }
        for (int i = 0; i < sheet.others(); i++) {
            rows.add(row(
                    ROW,
                    units,
                    Cell.of(NUMBER, Integer.toString(rows.size() + 1)),
                    Cell.of(NAME, ""),
                    Cell.of(UNIT, ""),
                    Cell.of(BOX, ""),
                    Cell.of(TIME, ""),
                    Cell.of(REMARK, "")));
        }
        return rows;
    }

    private static Cell box(Signing signing) {
        return switch (signing) {
            case Signing.Drawn(var strokes) -> Cell.signed(BOX, strokes);
            case Signing.Said(var said) -> Cell.of(BOX, said);
            case Signing.ByPen _, Signing.Nothing _ -> Cell.of(BOX, "");
        };
    }
}
