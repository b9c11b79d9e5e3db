package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Colours of the console for eyes of seventy years (WCAG 2.2, 1.4.3 and 1.4.11).
class ContrastTest {
    private static final Path STYLE = Path.of("src/main/resources/console/console.css");
    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): (#[0-9A-Fa-f]{6});");
    /// On which words stand: pages, cards, calm warnings, chips, fields, what is chosen, alarms and quiet rows.
    private static final List<String> GROUNDS =
            List.of("#FBF7EF", "#FFFDF9", "#FBEFD9", "#FCF3E3", "#F3E6C4", "#FFFFFF", "#EEF1F4", "#FBEAE8");
    private static final double WORDS = 4.5;
    private static final double SHAPES = 3;

    @Test
    void wordsAreReadable() throws IOException {
        for (var name : List.of("ink", "ink-soft", "amber", "green", "red-deep")) {
            for (var ground : GROUNDS) {
                assertContrast(name, tokens().get(name), ground, WORDS);
            }
        }
    }

    @Test
    void edgesOfFieldsAndTheFocusAreSeen() throws IOException {
        for (var ground : GROUNDS) {
            assertContrast("field-edge", tokens().get("field-edge"), ground, SHAPES);
            assertContrast("focus", tokens().get("focus"), ground, SHAPES);
        }
        assertContrast("focus in the band", "#FFFFFF", tokens().get("red"), SHAPES);
        assertFalse(Pattern.compile("(?:outline|focus)[^}]*var\\(--gold\\)")
                .matcher(Files.readString(STYLE))
                .find());
    }

    private static void assertContrast(String name, String colour, String ground, double least) {
        double lighter = Math.max(luminance(colour), luminance(ground));
        double darker = Math.min(luminance(colour), luminance(ground));
        double contrast = (lighter + 0.05) / (darker + 0.05);
        assertTrue(contrast >= least, () -> "%s %s on %s: %.2f".formatted(name, colour, ground, contrast));
    }

    private static double luminance(String colour) {
        var share = IntStream.of(1, 3, 5)
                .mapToDouble(at -> Integer.parseInt(colour, at, at + 2, 16) / 255.0)
                .map(each -> each <= 0.04045 ? each / 12.92 : Math.pow((each + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * share[0] + 0.7152 * share[1] + 0.0722 * share[2];
    }

    private static Map<String, String> tokens() throws IOException {
        var tokens = new HashMap<String, String>();
        TOKEN.matcher(Files.readString(STYLE)).results().forEach(each -> tokens.put(each.group(1), each.group(2)));
        return tokens;
    }
}
