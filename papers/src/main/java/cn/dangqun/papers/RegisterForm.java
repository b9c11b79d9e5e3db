package cn.dangqun.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Lays a [Register] out. Who signs is never alone on the last page.
record RegisterForm(Words words) {
    private static final double ROW = Sheet.millimetres(9);

    void lay(Composition paper, Register register) {
        paper.title(register.title()).foot(String.join("", register.title()));
        register.about().forEach(each -> paper.line(each, Style.CELL, Side.LEFT));
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
                                .map(each -> Cell.head(each.share(), each.heading()))
                                .toList()),
                rows);
        var end = paper.part();
        end.gap();
        register.remarks().forEach(each -> end.line(each, Style.SMALL, Side.LEFT));
        register.signatures().forEach(each -> end.gap().line(each, Style.TEXT, Side.LEFT));
        paper.closing(end);
    }

    private static Row row(Register register, List<String> cells, boolean strong) {
        return new Row(
                ROW,
                IntStream.range(0, cells.size())
                        .mapToObj(at -> strong
                                ? Cell.head(register.columns().get(at).share(), cells.get(at))
                                : Cell.of(register.columns().get(at).share(), cells.get(at)))
                        .toList());
    }
}
