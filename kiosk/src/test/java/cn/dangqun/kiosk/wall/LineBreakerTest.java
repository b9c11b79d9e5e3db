package cn.dangqun.kiosk.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LineBreakerTest {
    private static List<String> lines(String text, int columns) {
        return LineBreaker.lines(text, columns * LineBreaker.FULL, columns * LineBreaker.FULL);
    }

    @Property(tries = 500)
    void losesNoCharacterAndFillsNoLineBeyondItsWidth(
            @ForAll("texts") String text, @ForAll @IntRange(min = 2, max = 30) int columns) {
        var lines = lines(text, columns);

        assertEquals(text.replace(" ", ""), String.join("", lines).replace(" ", ""));
        assertTrue(
                lines.stream().allMatch(line -> LineBreaker.width(line) <= columns * LineBreaker.FULL),
                lines::toString);
    }

    @Example
    void beginsNoLineWithAClosingSignAndEndsNoneWithAnOpeningOne() {
        for (int columns = 4; columns < 20; columns++) {
            for (var line : lines("一切为了群众，一切依靠群众；“从群众中来，到群众中去”（路线）。", columns)) {
                assertFalse("，；。”）".contains(line.substring(0, 1)), line);
                assertFalse("“（".contains(line.substring(line.length() - 1)), line);
            }
        }
    }

    @Example
    void keepsFiguresAndWordsWhole() {
        assertEquals(List.of("开放时间", "8:30 至", "20:30"), lines("开放时间8:30 至20:30", 5));
    }

    @Example
    void breaksAWordThatIsLongerThanALine() {
        assertEquals("A".repeat(60), String.join("", lines("A".repeat(60), 6)));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("国", "民", "，", "。", "“", "”", "（", "）", "8", ":", "a", "W", " ", "𠮷")
                .list()
                .ofMinSize(1)
                .ofMaxSize(80)
                .map(signs -> String.join("", signs).strip())
                .filter(text -> !text.isBlank());
    }
}
