package cn.dangqun.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;

/// The characters of one paper, and how wide they are. Used for one paper and by one thread: a font remembers
/// what was drawn with it.
final class Typeface {
    /// The printer's mark for a character that no installed font has.
    private static final int MISSING = '〓';
    private static final int WIDE = '　';
    /// The face for Simplified Chinese in Debian's collections.
    private static final String SIMPLIFIED = ",2";
    private static final List<Path> RARE = List.of(
            Path.of("/usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf"),
            Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"));

    private final List<BaseFont> fonts = new ArrayList<>();
    private final ArrayDeque<Path> spare;

    private Typeface(BaseFont first, ArrayDeque<Path> spare) {
        this.fonts.add(first);
        this.spare = spare;
    }

    /// One part of a text that one font draws.
    record Run(String text, BaseFont font) {}

    /// @throws IOException when Debian's fonts-noto-cjk is not installed
    static Typeface load(Path collection) throws IOException {
        return new Typeface(font(collection + SIMPLIFIED), new ArrayDeque<>(RARE));
    }

    private static BaseFont font(String file) throws IOException {
        try {
            // not cached: its tables are large, and a kiosk prints a few times a day
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, null, null);
        } catch (DocumentException e) {
            throw new IOException("the font " + file + " cannot be used", e);
        }
    }

    List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        var collected = new StringBuilder();
        var font = fonts.getFirst();
        for (int each : plain(text)) {
            var wanted = fontOf(each);
            if (!wanted.equals(font) && !collected.isEmpty()) {
                runs.add(new Run(collected.toString(), font));
                collected.setLength(0);
            }
            font = wanted;
            collected.appendCodePoint(font.charExists(each) ? each : MISSING);
        }
        if (!collected.isEmpty()) {
            runs.add(new Run(collected.toString(), font));
        }
        return runs;
    }

    /// Fonts of rare characters are large: they are read when the first such character comes.
    private BaseFont fontOf(int codePoint) {
        var known = fonts.stream().filter(font -> font.charExists(codePoint)).findFirst();
        while (known.isEmpty() && !spare.isEmpty()) {
            var file = spare.removeFirst();
            if (Files.exists(file)) {
                fonts.add(spareFont(file));
                known = Optional.of(fonts.getLast()).filter(font -> font.charExists(codePoint));
            }
        }
        return known.orElse(fonts.getFirst());
    }

    private static BaseFont spareFont(Path file) {
        try {
            return font(file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Without what has no shape: control characters, and the selectors of variants, which no font here knows.
    private static int[] plain(String text) {
        return text.codePoints()
                .map(each -> Character.isWhitespace(each) && each != WIDE ? ' ' : each)
                .filter(each -> !Character.isISOControl(each) && !isSelector(each))
                .toArray();
    }

    private static boolean isSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    double width(String text, Style style) {
        return runs(text).stream()
                .mapToDouble(run -> run.font().getWidthPoint(run.text(), (float) style.size()))
                .sum();
    }
}
