package cn.dangqun.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What another program reads in our pages: every name, nothing cut, nothing outside.
@Tag("real-time")
class PapersTest {
    @TempDir
    Path directory;

    static Stream<Paper> everyForm() {
        return Stream.of(
                SamplePapers.blank(18),
                SamplePapers.signed(40),
                SamplePapers.announcement(),
                SamplePapers.ballot(),
                SamplePapers.minutes(),
                SamplePapers.report(8));
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void staysWithinTheEdgesBeginsNoLineWithAClosingSignAndNumbersItsPages(Paper paper) throws IOException {
        var pdf = Poppler.of(directory, paper);

        for (var word : pdf.words()) {
            assertTrue(word.left() >= Sheet.LEFT - 1 && word.right() <= Sheet.RIGHT + 1, word.toString());
            assertTrue(word.top() >= Sheet.TOP - 8 && word.bottom() <= Sheet.FOOT + 8, word.toString());
        }
        for (var line : pdf.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList()) {
            assertFalse("，。、；：？！）》”…".indexOf(line.charAt(0)) >= 0, line);
        }
        assertTrue(pdf.properties().contains("595.28 x 841.89 pts (A4)"), pdf.properties());
        assertTrue(pdf.fonts().contains("NotoSerifCJKsc-Regular"), pdf.fonts());
        assertTrue(pdf.fonts().lines().skip(2).allMatch(font -> font.contains("yes yes yes")), pdf.fonts());
        var pages = pdf.pages();
        for (int i = 0; i < pages.size(); i++) {
            var number = "第" + (i + 1) + "页共" + pages.size() + "页";
            assertTrue(squeezed(pages.get(i)).endsWith(number), pages.get(i));
        }
    }

    @Test
    void printsEveryNameOf120PeopleUnderTheHeadOfItsPage() throws IOException {
        var pdf = Poppler.of(directory, SamplePapers.signed(120));

        var pages = pdf.pages();
        assertEquals(7, pages.size());
        for (var page : pages) {
            assertTrue(page.contains("序号") && page.contains("签名") && page.contains("签到时间"), page);
        }
        var seen = squeezed(pdf.text());
        for (var name : SamplePapers.names(120)) {
            assertTrue(seen.contains(name) || name.length() > 8, name);
        }
        assertEquals(
                120,
                pages.stream()
                        .flatMap(String::lines)
                        .filter(PapersTest::isNumbered)
                        .count());
    }

    private static boolean isNumbered(String line) {
        return line.strip().matches("[0-9]+ .*");
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void breaksALongNameWithoutLosingAnyOfIt() throws IOException {
        var words = Poppler.of(directory, SamplePapers.blank(5)).words();

        var column = words.stream()
                .filter(word -> word.left() > 80 && word.right() < 260 && word.top() > 250)
                .map(Poppler.Word::text)
                .collect(Collectors.joining());
        assertTrue(column.contains("阿卜杜拉·买买提·样例江·吐尔逊"), column);
    }

    @Test
    void drawsSignaturesInTheirBoxes() throws IOException {
        var pdf = Poppler.of(directory, SamplePapers.signed(4));
        var rows = pdf.words().stream()
                .filter(word -> word.text().matches("[1-4]") && word.left() < 100)
                .toList();
        var head = pdf.words().stream()
                .filter(word -> word.text().equals("签名"))
                .findFirst()
                .orElseThrow();
        var picture = pdf.picture(1);

        assertEquals(4, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            double middle = (rows.get(i).top() + rows.get(i).bottom()) / 2;
            int ink = picture.ink(head.left() - 25, middle - 13, head.right() + 25, middle + 13);
            assertEquals(i < 3, ink > 60, "row " + (i + 1) + " has " + ink + " dots");
        }
    }

    @Test
    void drawsEveryRareCharacterWithAShapeOfItsOwn() throws IOException {
        var pdf = Poppler.of(directory, SamplePapers.blank(5));
        var picture = pdf.picture(1);

        for (var rare : List.of("样例䶮", "㛃样例", "样例𬺈", "𠮷样例")) {
            var word = pdf.words().stream()
                    .filter(each -> each.text().equals(rare))
                    .reduce((_, last) -> last)
                    .orElseThrow();
            assertTrue(picture.ink(word.left(), word.top(), word.right(), word.bottom()) > 60, rare);
        }
        assertFalse(pdf.text().contains("〓"));
    }

    @Test
    void marksACharacterThatNoFontHas() throws IOException {
        var row = new SignInSheet.Row("样例\uDBBF\uDFFD", "", new SignInSheet.Signing.ByPen(), "", "");
        var sheet = new SignInSheet(SamplePapers.MEETING, List.of(row), 0, Optional.empty(), Optional.empty());

        assertTrue(Poppler.of(directory, sheet).text().contains("样例〓"));
    }

    @Test
    void leavesOutTheOrganizationWhereAllAreOfOne() throws IOException {
        assertFalse(Poppler.of(directory, SamplePapers.blank(3)).text().contains("所在党组织"));
        assertTrue(Poppler.of(directory, SamplePapers.signed(3)).text().contains("所在党组织"));
    }

    @Test
    void dividesARowThatIsHigherThanAPage() throws IOException {
        var endless = "意见很长，".repeat(900);
        var ballot = SamplePapers.ballot();
        var opinions = List.of(new BallotProtocol.Opinion("样例甲", "同意", endless));
        var pdf = Poppler.of(
                directory,
                new BallotProtocol(
                        ballot.meeting(),
                        ballot.item(),
                        ballot.method(),
                        ballot.attendance(),
                        ballot.slips(),
                        ballot.votes(),
                        opinions,
                        ballot.basis(),
                        ballot.verdict()));

        long seen = squeezed(pdf.text()).chars().filter(each -> each == '很').count();
        assertEquals(900, seen);
    }

    @Test
    void keepsTheSealOnOnePageWithTheLastWords() throws IOException {
        for (int paragraphs = 4; paragraphs < 7; paragraphs++) {
            var pages = Poppler.of(directory, SamplePapers.report(paragraphs)).pages();

            var last = pages.getLast();
            assertTrue(last.contains("盖章处") && last.contains("特此报告"), last);
        }
    }

    @Test
    void saysTheVerdictAndEveryFigure() throws IOException {
        var text = squeezed(Poppler.of(directory, SamplePapers.announcement()).text());

        for (var each : List.of("党员总数", "32", "应到", "28", "实到", "25", "缺席", "符合规定人数，可以开会", "没有请假")) {
            assertTrue(text.contains(each), each);
        }
    }

    @Test
    void writesSeveralPapersEachWithItsOwnPageNumbers() throws IOException {
        var out = new ByteArrayOutputStream();
        Papers.withDebiansFont().write(List.of(SamplePapers.ballot(), SamplePapers.ballot()), out);
        var file = directory.resolve("two.pdf");
        java.nio.file.Files.write(file, out.toByteArray());

        var pages = new Poppler(file).pages();

        assertEquals(2, pages.size());
        assertTrue(pages.stream().allMatch(page -> squeezed(page).endsWith("第1页共1页")), pages.toString());
    }

    @Test
    void saysThatTheFontIsMissing() {
        var papers = new Papers(directory.resolve("no.ttc"));

        assertThrows(IOException.class, () -> papers.write(SamplePapers.minutes(), new ByteArrayOutputStream()));
    }
}
