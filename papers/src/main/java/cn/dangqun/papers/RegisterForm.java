package cn.dangqun.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Lays a [Register] out. Who signs is never alone on the last page.
record RegisterForm(Words words) {
    private static final double ROW = Sheet.millimetres(9);
    private static final double FINE_ROW = Sheet.millimetres(8);
    /// What is longer reads better from the left.
    private static final int SHORT = 12;

    static Leaf leaf(Register register) {
        return register.shape() == Paper.Shape.LYING ? Leaf.LYING : Leaf.UPRIGHT;
    }

    void lay(Composition paper, Register register) {
        paper.title(register.title()).foot(String.join("", register.title()));
        register.about().forEach(each -> paper.line(each, text(register), Side.LEFT));
        paper.gap();
        var rows = new ArrayList<Row>();
        register.rows().forEach(each -> rows.add(row(register, each, false)));
        if (!register.sums().isEmpty()) {
            rows.add(row(register, register.sums(), true));
        }
        paper.table(
                new Row(
                        Head.LOW,
                        register.columns().stream()
                                .map(each -> head(register, each.share(), each.heading()))
                                .toList()),
                rows);
        var end = paper.part();
        end.gap();
        register.remarks().forEach(each -> end.line(each, Style.SMALL, Side.LEFT));
        register.signatures().forEach(each -> end.gap().line(each, Style.TEXT, Side.LEFT));
        paper.closing(end);
    }

    private static boolean isFine(Register register) {
        return register.shape() == Paper.Shape.LYING;
    }

    private static Style text(Register register) {
        return isFine(register) ? Style.SMALL : Style.CELL;
    }

    private static Cell head(Register register, double share, String text) {
        return isFine(register) ? Cell.fineHead(share, text) : Cell.head(share, text);
    }

    private static Cell cell(Register register, double share, String text) {
        return isFine(register)
                ? Cell.fine(share, text, text.length() > SHORT ? Side.LEFT : Side.MIDDLE)
                : Cell.of(share, text);
    }

    private static Row row(Register register, List<String> cells, boolean strong) {
        return new Row(
                isFine(register) ? FINE_ROW : ROW,
                IntStream.range(0, cells.size())
                        .mapToObj(at -> {
                            double share = register.columns().get(at).share();
                            return strong ? head(register, share, cells.get(at)) : cell(register, share, cells.get(at));
                        })
                        .toList());
    }
}
