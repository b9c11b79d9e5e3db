package cn.dangqun.papers;

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
        table(paper, register, widths(paper, register));
        var end = paper.part();
        end.gap();
        register.remarks().forEach(each -> end.line(each, Style.SMALL, Side.LEFT));
        register.signatures().forEach(each -> end.gap().line(each, Style.TEXT, Side.LEFT));
        paper.closing(end);
    }

    private static void table(Composition paper, Register register, List<Double> widths) {
        if (register.rows().isEmpty() && register.sums().isEmpty()) {
            return;
        }
        var head = new Row(
                Head.LOW,
                IntStream.range(0, widths.size())
                        .mapToObj(at -> head(
                                register,
                                widths.get(at),
                                register.columns().get(at).heading()))
                        .toList());
        var rows = register.rows().stream()
                .map(each -> row(register, widths, each, false))
                .toList();
        if (register.sums().isEmpty()) {
            paper.table(head, rows);
        } else {
            paper.table(head, rows, row(register, widths, register.sums(), true));
        }
    }

    /// As columns ask for, but wide enough that no date and no number is torn, as far as the leaf has room for it.
    private static List<Double> widths(Composition paper, Register register) {
        double whole =
                register.columns().stream().mapToDouble(Register.Column::share).sum();
        double width = paper.leaf().width();
        var asked = register.columns().stream()
                .map(each -> width * each.share() / whole)
                .toList();
        var least = IntStream.range(0, asked.size())
                .mapToObj(at -> least(paper, register, at))
                .toList();
        double lacking = 0;
        double spare = 0;
        for (int at = 0; at < asked.size(); at++) {
            lacking += Math.max(0, least.get(at) - asked.get(at));
            spare += Math.max(0, asked.get(at) - least.get(at));
        }
        if (lacking == 0 || lacking > spare) {
            return asked;
        }
        double part = lacking / spare;
        return IntStream.range(0, asked.size())
                .mapToObj(at ->
                        Math.max(least.get(at), asked.get(at) - part * Math.max(0, asked.get(at) - least.get(at))))
                .toList();
    }

    private static double least(Composition paper, Register register, int at) {
        var strong = isFine(register) ? Style.FINE_HEAD : Style.CELL_HEAD;
        var plain = isFine(register) ? Style.FINE : Style.CELL;
        double rows = register.rows().stream()
                .mapToDouble(each -> paper.breaks().widest(each.get(at), plain))
                .max()
                .orElse(0);
        double sums = register.sums().isEmpty()
                ? 0
                : paper.breaks().widest(register.sums().get(at), strong);
        return Math.max(rows, sums) + Row.PADS;
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

    private static Row row(Register register, List<Double> widths, List<String> cells, boolean strong) {
        return new Row(
                isFine(register) ? FINE_ROW : ROW,
                IntStream.range(0, cells.size())
                        .mapToObj(at -> {
                            double share = widths.get(at);
                            return strong ? head(register, share, cells.get(at)) : cell(register, share, cells.get(at));
                        })
                        .toList());
    }
}
