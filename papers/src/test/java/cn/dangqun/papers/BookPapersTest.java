package cn.dangqun.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.papers.Chronicle.Entry;
import cn.dangqun.papers.Chronicle.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What another program reads in the books of a year: covers, tables that lie, chronicles, labels of boxes.
@Tag("real-time")
class BookPapersTest {
    private static final String TITLE = "老党员、流动党员、困难党员等特殊群体党员名册";
    private static final String OWNER = "中共样例市示范区模范街道样例社区第一支部委员会";
    private static final double LYING = Sheet.HEIGHT;

    @TempDir
    static Path directory;

    private static Poppler read(List<? extends Paper> papers) throws IOException {
        var pdf = Files.createTempFile(directory, "book", ".pdf");
        try (var out = Files.newOutputStream(pdf)) {
            Papers.withDebiansFont().write(papers, out);
        }
        return new Poppler(pdf);
    }

    private static Register register(int rows) {
        return new Register(
                List.of(TITLE),
                List.of(OWNER),
                IntStream.range(0, 18)
                        .mapToObj(at -> new Register.Column("第" + at + "栏", 15))
                        .toList(),
                IntStream.range(0, rows)
                        .mapToObj(row -> IntStream.range(0, 18)
                                .mapToObj(at -> at == 0 ? "R" + row : "样例")
                                .toList())
                        .toList(),
                List.of(),
                List.of("空栏用笔填写。"),
                List.of(),
                Paper.Shape.LYING);
    }

    private static Cover cover() {
        return new Cover(TITLE, OWNER, "2026 年度", List.of(new Cover.Line("保管期限", "")));
    }

    @Test
    void aCoverSaysHowManyPagesFollow() throws IOException {
        var pages = read(List.of(cover(), register(70))).pages();

        var cover = pages.getFirst().replaceAll("\\s", "");
        assertTrue(pages.size() > 3, () -> pages.size() + " pages");
        assertTrue(cover.contains("卷内页数：" + (pages.size() - 1) + "页"), cover);
        assertTrue(cover.contains(TITLE) && cover.contains(OWNER) && cover.contains("保管期限："), cover);
    }

    @Test
    void aCoverCountsThePagesOfAllPartsUpToTheNextCover() throws IOException {
        var pages = read(List.of(cover(), register(3), register(4), cover(), register(5)))
                .pages();

        var said = pages.stream()
                .map(each -> each.replaceAll("\\s", ""))
                .filter(each -> each.contains("卷内页数"))
                .map(each -> each.substring(each.indexOf("卷内页数：") + 5, each.indexOf("页保管期限")))
                .toList();
        assertEquals(List.of("2", "1"), said);
    }

    @Test
    void aTableThatLiesHasItsHeadAndItsNumberOnEveryPageAndNothingOutside() throws IOException {
        var pdf = read(List.of(register(70)));

        var pages = pdf.pages();
        for (int i = 0; i < pages.size(); i++) {
            var plain = pages.get(i).replaceAll("\\s", "");
            assertTrue(plain.contains("第0栏第1栏"), plain);
            assertTrue(plain.contains("第" + (i + 1) + "页共" + pages.size() + "页"), plain);
        }
        for (var word : pdf.words()) {
            assertTrue(
                    word.left() >= Leaf.LYING.left() - 1 && word.right() <= LYING - Leaf.LYING.left() + 1,
                    word::toString);
            assertTrue(word.bottom() <= Sheet.WIDTH, word::toString);
        }
        assertEquals(
                70,
                pdf.words().stream()
                        .filter(each -> each.text().matches("R\\d+"))
                        .count());
        assertTrue(pdf.properties().contains("841.89 x 595"), pdf.properties());
    }

    @Test
    void aChronicleKeepsAHeadingWithWhatFollowsIt() throws IOException {
        var entries = IntStream.range(0, 30)
                .mapToObj(at -> new Entry(
                        "第" + at + "场",
                        List.of(
                                new Field("地点", "会议室", false),
                                new Field("主持人", "样例", false),
                                new Field("要点", "学习文件，讨论事项。".repeat(1 + at % 5 * 12), true))))
                .toList();

        var pages = read(List.of(new Chronicle(List.of("支部组织生活纪实簿"), List.of(OWNER), entries, List.of("说明。"))))
                .pages();

        for (int at = 0; at < 30; at++) {
            var heading = "第" + at + "场";
            var page = pages.stream()
                    .map(each -> each.replaceAll("\\s", ""))
                    .filter(each -> each.contains(heading))
                    .findFirst()
                    .orElseThrow();
            assertTrue(page.substring(page.indexOf(heading)).startsWith(heading + "地点会议室主持人样例"), page);
        }
    }

    @Test
    void labelsOfABoxStandOnOnePageWithThreeSpinesAndAFront() throws IOException {
        var pdf = read(List.of(new BoxLabels(TITLE, OWNER, "2026 年度", List.of("保管期限：＿＿＿＿"))));

        assertEquals(1, pdf.pages().size());
        var text = pdf.text().replaceAll("\\s", "");
        assertTrue(text.contains(TITLE) && text.contains(OWNER), text);
        assertEquals(3, text.split("2026年度", -1).length - 1, "the year stands on each spine");
        for (var letter : List.of("流", "殊")) {
            assertEquals(4, text.split(letter, -1).length - 1, "the title stands on three spines and the front");
        }
        for (var word : pdf.words()) {
            assertTrue(word.left() >= Sheet.LEFT - 1 && word.right() <= Sheet.RIGHT + 1, word::toString);
            assertTrue(word.bottom() <= Sheet.BOTTOM + 2, word::toString);
        }
    }
}
