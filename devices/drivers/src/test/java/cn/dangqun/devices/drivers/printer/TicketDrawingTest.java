package cn.dangqun.devices.drivers.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.TicketCode;
import cn.dangqun.devices.api.TicketJob;
import cn.dangqun.devices.api.TicketLayout;
import cn.dangqun.devices.api.TicketLine;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TicketDrawingTest {
    private static BufferedImage draw(String line) throws Exception {
        var layout =
                new TicketLayout("样例", Optional.empty(), List.of(TicketLine.of(line)), Optional.empty(), List.of());
        return TicketDrawing.with(TicketFont.DEFAULT_FAMILY).draw(new TicketJob(1, layout));
    }

    private static boolean isDark(BufferedImage picture, int x, int y) {
        return (picture.getRGB(x, y) & 0xFFFFFF) == 0;
    }

    @ParameterizedTest
    @ValueSource(strings = {"䶮", "㛃", "𬺈"})
    void rareCharactersOfNamesHaveTheirOwnShape(String character) throws Exception {
        var glyph = TicketFont.of(TicketFont.DEFAULT_FAMILY).glyph(character.codePointAt(0), Font.PLAIN, 27);

        assertEquals(character, glyph.text());
        assertTrue(Tickets.differingDots(draw(character), draw("〓")) > 100);
        assertTrue(Tickets.differingDots(draw(character), draw(" ")) > 100);
    }

    @Test
    void characterNoFontHasPrintsAsTheMissingTypeMark() throws Exception {
        assertEquals(0, Tickets.differingDots(draw("样\uE0FF"), draw("样〓")));
    }

    @Test
    void isOneBitDeepAndAsWideAsThePrinter() throws Exception {
        var drawn = draw("样例");

        assertEquals(BufferedImage.TYPE_BYTE_BINARY, drawn.getType());
        assertEquals(576, drawn.getWidth());
    }

    @Test
    void sameJobGivesTheSameDots() throws Exception {
        assertEquals(0, Tickets.differingDots(draw("样例甲"), draw("样例甲")));
        assertNotEquals(0, Tickets.differingDots(draw("样例甲"), draw("样例乙")));
    }

    @Test
    void wrapsLongLinesInsideTheMargins() throws Exception {
        var one = draw("样");
        var many = draw("样".repeat(60));

        assertTrue(many.getHeight() > one.getHeight() + 60);
        for (int y = 0; y < many.getHeight(); y++) {
            for (int x = 0; x < 12; x++) {
                assertFalse(isDark(many, x, y), "ink in the left margin");
                assertFalse(isDark(many, 575 - x, y), "ink in the right margin");
            }
        }
    }

    @Test
    void keepsNumbersWholeWhenWrapping() throws Exception {
        var split = draw("样".repeat(19) + "20261120");
        var explicit = draw("样".repeat(19));

        assertEquals(explicit.getHeight() + 36, split.getHeight(), "the number moved to the next line as a whole");
        assertEquals(0, Tickets.differingDots(rows(explicit, 60, 108), rows(split, 60, 108)));
    }

    @Test
    void drawsTheCodeAsSquaresOnAWhiteBorder() throws Exception {
        var code = Tickets.code();
        var layout = new TicketLayout("样例", Optional.empty(), List.of(), Optional.of(code), List.of());
        var drawn = TicketDrawing.with(TicketFont.DEFAULT_FAMILY).draw(new TicketJob(1, layout));

        int dots = 8;
        int left = (576 - code.side() * dots) / 2;
        int top = firstRowMatching(drawn, code, left, dots);
        assertTrue(top > 0, "the code is nowhere on the ticket");
    }

    private static int firstRowMatching(BufferedImage drawn, TicketCode code, int left, int dots) {
        for (int top = 0; top + code.side() * dots < drawn.getHeight(); top++) {
            if (matches(drawn, code, left, top, dots)) {
                return top;
            }
        }
        return -1;
    }

    private static boolean matches(BufferedImage drawn, TicketCode code, int left, int top, int dots) {
        for (int y = -2 * dots; y < code.side() * dots; y++) {
            for (int x = -4 * dots; x < (code.side() + 4) * dots; x++) {
                boolean inside = x >= 0 && y >= 0 && x < code.side() * dots;
                boolean expected = inside && code.isDark(x / dots, y / dots);
                if (top + y < 0 || isDark(drawn, left + x, top + y) != expected) {
                    return false;
                }
            }
        }
        return true;
    }

    private static BufferedImage rows(BufferedImage picture, int top, int bottom) {
        return picture.getSubimage(0, top, picture.getWidth(), bottom - top);
    }
}
