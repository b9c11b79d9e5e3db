package cn.dangqun.kiosk.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.domain.wall.WallText;
import cn.dangqun.kiosk.wall.WallPages.Paper;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WallPagesTest {
    private static final WallText RIGHTS = WallLibrary.shipped()
            .textFor(new WallSlotId("rights"))
            .orElseThrow()
            .text();

    @Property(tries = 200)
    void setsEveryWordOnceOnPaperOfAnySize(
            @ForAll @IntRange(min = 8, max = 60) int columns, @ForAll @IntRange(min = 3, max = 30) int lines) {
        var sheets = WallPages.of(RIGHTS, new Paper(columns, lines));

        var words = sheets.stream()
                .flatMap(sheet -> sheet.lines().stream())
                .map(WallLine::text)
                .collect(Collectors.joining());
        assertEquals(RIGHTS.body().replace("\n", ""), words);
        for (var sheet : sheets) {
            int height =
                    sheet.lines().stream().mapToInt(line -> 10 + line.gap()).sum();
            assertTrue(height <= lines * 10, () -> height + " on " + lines + " lines");
            assertEquals(0, sheet.lines().getFirst().gap());
        }
    }

    /// Whatever paper: no cell loses a word, none is wider than its column, and all columns have room on the paper.
    @Property(tries = 200)
    void setsEveryCellOfATableInsideItsColumn(
            @ForAll @IntRange(min = 24, max = 60) int columns, @ForAll @IntRange(min = 6, max = 30) int lines) {
        var text = new WallText(
                "题", "| 项目 | 说明 | 金额（元） |\n| 楼道灯更换 | 3 号楼至 6 号楼共 48 盏，由社区党组织服务群众专项经费列支 | 6240 |\n| 图书 | | 900 |");

        var sheets = WallPages.of(text, new Paper(columns, lines));

        var set = sheets.stream().flatMap(sheet -> sheet.lines().stream()).toList();
        var middle = set.stream()
                .filter(line -> !line.heading())
                .map(line -> line.cells().get(1).text())
                .collect(Collectors.joining());
        assertEquals("3 号楼至 6 号楼共 48 盏，由社区党组织服务群众专项经费列支".replace(" ", ""), middle.replace(" ", ""));
        for (var line : set) {
            int wide = line.cells().stream().mapToInt(WallLine.Cell::width).sum();
            assertTrue(wide <= columns * LineBreaker.FULL, () -> wide + " on " + columns);
            line.cells().forEach(cell -> assertTrue(LineBreaker.width(cell.text()) <= cell.width(), cell::toString));
        }
        assertTrue(sheets.stream().allMatch(sheet -> sheet.lines().getFirst().heading()));
        assertEquals(
                2, set.stream().filter(line -> line.begins() && !line.heading()).count());
    }

    @Example
    void breaksNoFigureWhileAnotherColumnCanGiveWay() {
        var text = new WallText(
                "题",
                "| 支部 | 应交人数 | 应交（元） | 实交（元） | 备注 |\n"
                        + "| 样例社区第一党支部 | 31 | 1465.00 | 1465.00 | 其中两名党员按季度交纳，一名党员经批准免交 |");

        var figures = WallPages.of(text, new Paper(30, 20)).stream()
                .flatMap(sheet -> sheet.lines().stream())
                .filter(line -> !line.heading())
                .map(line -> line.cells().get(2).text())
                .filter(each -> !each.isEmpty())
                .toList();

        assertEquals(List.of("1465.00"), figures);
    }

    @Example
    void putsArticlesBesideTheirNumbers() {
        var lines = WallPages.of(new WallText("题", "（一）参加党的有关会议"), new Paper(8, 9))
                .getFirst()
                .lines();

        assertEquals(
                List.of("（一）参加党的有", "关会议"), lines.stream().map(WallLine::text).toList());
        assertEquals(List.of(0, 30), lines.stream().map(WallLine::indent).toList());
    }

    @Example
    void keepsAShortArticleWhole() {
        var text = new WallText("题", "一行\n一行\n一行\n（一）这一条要两行才写得完");

        var sheets = WallPages.of(text, new Paper(10, 5));

        assertEquals(
                List.of(3, 2),
                sheets.stream().map(sheet -> sheet.lines().size()).toList());
    }

    @Example
    void leavesNoHeadingAloneAtTheFoot() {
        var text = new WallText("题", "一行\n一行\n# 小标题\n后面的字");

        var sheets = WallPages.of(text, new Paper(10, 4));

        assertEquals(2, sheets.size());
        assertFalse(sheets.getFirst().lines().getLast().heading());
        assertTrue(sheets.getLast().lines().getFirst().heading());
    }
}
