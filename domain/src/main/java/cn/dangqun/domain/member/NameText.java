package cn.dangqun.domain.member;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A name in the one spelling in which it is kept, compared, masked and drawn: without marks that nobody sees, without
/// a typist's blanks between ideographs, with one kind of dot, and with ideographs where old systems had their own
/// places for them.
public final class NameText {
    /// Format characters, controls, halves of pairs, variation selectors, and letters that are blank by design.
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cf}\\p{Cs}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}\\x{180B}-\\x{180D}\\x{115F}\\x{1160}\\x{3164}"
                    + "\\x{FFA0}\\x{2800}\\x{034F}]");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern DOTS = Pattern.compile("[\\s\\p{Z}]*[·•・‧∙･⋅．][\\s\\p{Z}]*");
    private static final Pattern BETWEEN_IDEOGRAPHS =
            Pattern.compile("(?<=[\\p{IsIdeographic}·])[\\s\\p{Z}]+(?=[\\p{IsIdeographic}·])");

    private static final int FIRST_PRIVATE = 0xE815;
    private static final int LEAD = 0xFE;
    private static final int FIRST_TRAIL = 0x50;
    private static final int LAST_TRAIL = 0xA0;
    private static final int NO_TRAIL = 0x7F;

    /// The last block of ideographs that the fonts which the manual orders draw: Extension E ends here.
    private static final int LAST_DRAWN = 0x2CEAF;

    private static final int FIRST_OF_SECOND_PLANE = 0x20000;

    private static final Map<Integer, Integer> PLACES = places();

    private NameText() {}

    /// Never longer than what was typed; empty if nothing of it can be seen.
    public static String spelled(String typed) {
        var seen = UNSEEN.matcher(ideographs(typed)).replaceAll("");
        var dotted = DOTS.matcher(BLANKS.matcher(seen).replaceAll(" ")).replaceAll("·");
        var together = BETWEEN_IDEOGRAPHS.matcher(dotted).replaceAll("");
        return Normalizer.normalize(together, Normalizer.Form.NFC).strip();
    }

    /// The characters of a name that most fonts cannot draw, each once and in order; empty for almost everybody.
    public static String undrawn(String name) {
        return name.codePoints()
                .filter(each -> Character.getType(each) == Character.PRIVATE_USE
                        || !Character.isDefined(each)
                        || (each > LAST_DRAWN && each >= FIRST_OF_SECOND_PLANE))
                .distinct()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String ideographs(String typed) {
        return typed.codePoints()
                .map(each -> PLACES.getOrDefault(each, each))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// GBK kept 80 characters that Unicode did not have yet in a row of private places; GB 18030 gives them, in the
    /// same order, their own. Six of them lie beyond the first plane, which its two-byte form does not reach.
    private static Map<Integer, Integer> places() {
        var places = new HashMap<Integer, Integer>();
        var charset = Charset.forName("GB18030");
        int place = FIRST_PRIVATE;
        for (int trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail++) {
            if (trail == NO_TRAIL) {
                continue;
            }
            int now = new String(new byte[] {(byte) LEAD, (byte) trail}, charset).codePointAt(0);
            if (Character.getType(now) != Character.PRIVATE_USE) {
                places.put(place, now);
            }
            place++;
        }
        places.putAll(Map.of(
                0xE816, 0x20087, 0xE817, 0x20089, 0xE818, 0x200CC, 0xE831, 0x215D7, 0xE83B, 0x2298F, 0xE855, 0x241FE));
        places.putAll(Map.of(
                0xE81E, 0x9FB4, 0xE826, 0x9FB5, 0xE82B, 0x9FB6, 0xE82C, 0x9FB7, 0xE832, 0x9FB8, 0xE843, 0x9FB9, 0xE854,
                0x9FBA, 0xE864, 0x9FBB));
        return Map.copyOf(places);
    }
}
