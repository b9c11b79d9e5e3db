package cn.dangqun.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// 避头尾: how a paragraph becomes lines.
class LineBreaksTest {
    private static final String CLOSING = "，。、；：？！）》”’…％";
    private static final String OPENING = "（《“‘";
    private static final LineBreaks BREAKS = new LineBreaks(typeface());

    private static Typeface typeface() {
        try {
            return Typeface.load(Path.of("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(String text, int signs) {
        return BREAKS.lines(text, Style.TEXT, Style.TEXT.size() * signs + 0.1, 0);
    }

    @Test
    void takesTheLastCharacterAlongRatherThanBeginALineWithAComma() {
        assertEquals(List.of("一二三四", "五，六七"), lines("一二三四五，六七", 5));
    }

    @Test
    void leavesNoOpeningSignAtTheEndOfALine() {
        assertEquals(List.of("一二三四", "（五六）七"), lines("一二三四（五六）七", 5));
    }

    @Test
    void keepsNumbersAndWordsWhole() {
        assertEquals(List.of("一二三四", "2026年五"), lines("一二三四2026年五", 5));
    }

    @Test
    void keepsRareCharactersWhole() {
        assertEquals(List.of("𠮷䶮𬺈", "㛃𠮷"), lines("𠮷䶮𬺈㛃𠮷", 3));
    }

    @Test
    void tearsWhatIsLongerThanALine() {
        assertEquals(List.of("，，，", "，，，", "，"), lines("，，，，，，，", 3));
    }

    @Test
    void shortensTheFirstLineByItsIndent() {
        assertEquals(List.of("一二三", "四五六七八"), BREAKS.lines("一二三四五六七八", Style.TEXT, 70.1, 28));
    }

    @Property(tries = 150)
    void neverBreaksARuleNorLosesASign(@ForAll("texts") String text, @ForAll @IntRange(min = 8, max = 30) int signs) {
        var lines = lines(text, signs);

        assertEquals(text, String.join("", lines));
        for (var line : lines) {
            assertTrue(BREAKS.typeface().width(line, Style.TEXT) <= Style.TEXT.size() * signs + 0.2, line);
            assertFalse(line.isEmpty(), "an empty line");
        }
        for (int i = 1; i < lines.size(); i++) {
            assertEquals(-1, CLOSING.indexOf(lines.get(i).charAt(0)), lines.toString());
            assertEquals(
                    -1, OPENING.indexOf(lines.get(i - 1).charAt(lines.get(i - 1).length() - 1)), lines.toString());
        }
    }

    /// At most a few signs after one another, as people write.
    @Provide
    Arbitrary<String> texts() {
        var han = Arbitraries.of("一", "党", "员", "𠮷", "䶮", "𬺈", "会议", "二十");
        var piece = Arbitraries.oneOf(
                han,
                han.map(each -> each + "，"),
                han.map(each -> "“" + each + "”。"),
                han.map(each -> "（《" + each + "》）；"),
                Arbitraries.integers().between(0, 99_999).map(each -> Integer.toString(each)),
                han.map(each -> each + "……"));
        return piece.list().ofMinSize(1).ofMaxSize(120).map(pieces -> String.join("", pieces));
    }
}
