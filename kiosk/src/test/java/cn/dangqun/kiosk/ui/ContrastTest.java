package cn.dangqun.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Contrast of every pair of tokens that is used as type on ground: 4.5:1, and 3:1 for type of 44 px and more (L3).
class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("(dq-[a-z-]+): #([0-9A-F]{6});");
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{3,8}\\b");

    private final Map<String, Integer> tokens = tokens();

    @ParameterizedTest
    @CsvSource({
        "dq-ink, dq-paper, 4.5",
        "dq-ink, dq-sheet, 4.5",
        "dq-ink, dq-gold-pale, 4.5",
        "dq-ink-quiet, dq-paper, 4.5",
        "dq-ink-quiet, dq-sheet, 4.5",
        "dq-red-deep, dq-paper, 4.5",
        "dq-red-deep, dq-sheet, 4.5",
        "dq-red-deep, dq-red-pale, 4.5",
        "dq-red-deep, dq-gold-pale, 4.5",
        "dq-red-deep, dq-gold-mid, 4.5",
        "dq-red, dq-sheet, 4.5",
        "dq-white, dq-red, 4.5",
        "dq-white, dq-red-deep, 4.5",
        "dq-white, dq-green, 4.5",
        "dq-white, dq-slate, 4.5",
        "dq-white, dq-amber, 3",
        "dq-green, dq-green-pale, 4.5",
        "dq-green, dq-sheet, 4.5",
        "dq-green, dq-paper, 4.5",
        "dq-amber-deep, dq-amber-pale, 4.5",
        "dq-amber-deep, dq-paper, 4.5",
        "dq-amber-deep, dq-sheet, 4.5",
        "dq-slate, dq-slate-pale, 4.5",
        "dq-slate, dq-paper, 4.5",
        "dq-slate, dq-sheet, 4.5"
    })
    void isEnough(String type, String ground, double least) {
        double contrast = contrast(tokens.get(type), tokens.get(ground));

        assertTrue(contrast >= least, type + " on " + ground + " is only " + contrast);
    }

    @Test
    void measuresBlackOnWhiteAsTheStandardDoes() {
        assertEquals(21, contrast(0x000000, 0xFFFFFF), 0.001);
        assertEquals(5.9, contrast(0xC4151C, 0xFFFFFF), 0.2);
    }

    @Test
    void namesColoursInOnePlaceOnly() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources"))) {
            var sheets = files.filter(file -> file.toString().endsWith(".css"))
                    .filter(file -> !file.endsWith("tokens.css"))
                    .filter(file -> !file.getParent().endsWith("window"))
                    .toList();
            assertTrue(sheets.size() > 3, sheets.toString());
            for (var sheet : sheets) {
                assertTrue(!COLOUR.matcher(Files.readString(sheet)).find(), sheet + " names a colour of its own");
            }
        }
    }

    /// Browsers do not know the tokens by name: their sheets begin with them, and name no other colour.
    @Test
    void whatBrowsersShowHasTheSameColours() throws IOException {
        for (var name : List.of("window.css", "display.css")) {
            var sheet = Files.readString(Path.of("src/main/resources/cn/dangqun/kiosk/window", name));
            var root = sheet.substring(sheet.indexOf(":root {"), sheet.indexOf('}'));
            COLOUR.matcher(root)
                    .results()
                    .map(each -> Integer.parseInt(each.group().substring(1), 16))
                    .forEach(each -> assertTrue(
                            tokens.containsValue(each),
                            () -> name + " has a colour of its own: " + Integer.toHexString(each)));
            assertTrue(!COLOUR.matcher(sheet.substring(sheet.indexOf('}'))).find(), name + " names a colour by itself");
        }
    }

    @Test
    void carriesTheTokensOfTheHouse() {
        var house = Map.of(
                "dq-paper", 0xFBF7EF,
                "dq-ink", 0x2A1B17,
                "dq-red", 0xC4151C,
                "dq-red-deep", 0x9C1016,
                "dq-gold", 0xC8A04A,
                "dq-gold-pale", 0xF3E6C4,
                "dq-green", 0x1E7D4F,
                "dq-amber", 0xB26A00,
                "dq-slate", 0x4A5B6C);

        house.forEach((name, colour) -> assertEquals(colour, tokens.get(name), name));
    }

    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xFF)
                + 0.7152 * linear(colour >> 8 & 0xFF)
                + 0.0722 * linear(colour & 0xFF);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Integer> tokens() {
        var found = new HashMap<String, Integer>();
        try {
            TOKEN.matcher(read("tokens.css"))
                    .results()
                    .forEach(hit -> found.put(hit.group(1), Integer.parseInt(hit.group(2), 16)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return found;
    }

    private static String read(String sheet) throws IOException {
        try (var in = Theme.class.getResourceAsStream(sheet)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
