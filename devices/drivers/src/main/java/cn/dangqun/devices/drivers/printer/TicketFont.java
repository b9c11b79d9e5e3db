package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The typeface of tickets. Characters it lacks are taken from the other CJK fonts installed, and print as 〓, the
/// printer's mark for a missing type, when none has them.
final class TicketFont {
    static final String DEFAULT_FAMILY = "Noto Sans CJK SC";
    private static final List<String> FALLBACKS = List.of("Noto Serif CJK SC", "BabelStone Han", "HanaMinB");
    private static final String MISSING = "〓";

    private final List<Font> fonts;

    private TicketFont(List<Font> fonts) {
        this.fonts = fonts;
    }

    /// @throws DeviceException with MISCONFIGURED when the family is not installed
    static TicketFont of(String family) throws DeviceException {
        var installed = Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        if (!installed.contains(family)) {
            throw new DeviceException(Kind.MISCONFIGURED, "the font " + family + " is not installed");
        }
        var fonts = Stream.concat(Stream.of(family), FALLBACKS.stream().filter(installed::contains))
                .map(name -> new Font(name, Font.PLAIN, 1))
                .toList();
        return new TicketFont(fonts);
    }

    /// One character with the font that has it.
    record Glyph(String text, Font font) {}

    Glyph glyph(int codePoint, int style, int size) {
        for (var font : fonts) {
            if (font.canDisplay(codePoint)) {
                return new Glyph(Character.toString(codePoint), font.deriveFont(style, size));
            }
        }
        return new Glyph(MISSING, fonts.getFirst().deriveFont(style, size));
    }
}
