package cn.dangqun.kiosk.ui;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The letters with which the characters of a name begin in pinyin. GB/T 2312 orders its 3 755 common characters by
/// pinyin, so the place of one tells its letter; of rarer ones no letter is known, and any fits. A few characters are
/// read otherwise as a surname.
public final class PinyinInitials {
    private static final Charset ORDERED = Charset.forName("GB2312");
    private static final int BEHIND_COMMON = 5590;
    private static final char UNKNOWN = '\uFFFF';
    /// Row and column of the first character of each letter.
    private static final NavigableMap<Integer, Character> FIRST = new TreeMap<>(Map.ofEntries(
            Map.entry(1601, 'A'),
            Map.entry(1637, 'B'),
            Map.entry(1833, 'C'),
            Map.entry(2078, 'D'),
            Map.entry(2274, 'E'),
            Map.entry(2302, 'F'),
            Map.entry(2433, 'G'),
            Map.entry(2594, 'H'),
            Map.entry(2787, 'J'),
            Map.entry(3106, 'K'),
            Map.entry(3212, 'L'),
            Map.entry(3472, 'M'),
            Map.entry(3635, 'N'),
            Map.entry(3722, 'O'),
            Map.entry(3730, 'P'),
            Map.entry(3858, 'Q'),
            Map.entry(4027, 'R'),
            Map.entry(4086, 'S'),
            Map.entry(4390, 'T'),
            Map.entry(4558, 'W'),
            Map.entry(4684, 'X'),
            Map.entry(4925, 'Y'),
            Map.entry(5249, 'Z')));

    /// Surnames that are read otherwise than the character, or that the standard orders by their strokes.
    private static final Map<Integer, Character> AS_SURNAME = surnames("单S曾Z解X仇Q区O查Z乐Y盖G朴P重C种C黑H缪M翟Z尉Y员Y折S"
            + "褚C闫Y䶮Y覃Q佘S邸D郗X隗W阚K亓Q仝T冼X邬W郜G郄Q郐K郏J郓Y鄢Y鄞Y鄯S郯T郅Z邝K邗H邴B晁C谌C谯Q訾Z蔺L蒯K荀X苻F苌C芮R芈M莘S菅J"
            + "蓟J蒉K嵇J岑C庾Y弭M昝Z栾L桓H殳S毋W泮P濮P瞿Q禚Z竺Z笪D綦Q缑G羿Y胥X蹇J郦L酆F钭T闵M颛Z麴Q逄P逯L迮Z邰T郤X仉Z乜N宓M甯N璩Q暨J阙Q厍S"
            + "佴N妫G姒S嬴Y宦H庹T恽Y扈H");

    private PinyinInitials() {}

    /// Whether a name may begin with these letters, one for each character.
    public static boolean fit(String name, String letters) {
        var characters = name.codePoints().toArray();
        if (letters.length() > characters.length) {
            return false;
        }
        for (int i = 0; i < letters.length(); i++) {
            boolean fits = i == 0 ? begins(characters[0], letters.charAt(0)) : fits(characters[i], letters.charAt(i));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /// The letter of a surname that the standard orders by its strokes is known from the list alone.
    private static boolean begins(int character, char letter) {
        var asSurname = AS_SURNAME.get(character);
        if (asSurname == null || of(character) != '?') {
            return fits(character, letter);
        }
        return asSurname == letter;
    }

    private static boolean fits(int character, char letter) {
        if (Character.isAlphabetic(character) && !Character.isIdeographic(character)) {
            return Character.toUpperCase(character) == letter;
        }
        var known = of(character);
        return known == '?' || known == letter || AS_SURNAME.getOrDefault(character, known) == letter;
    }

    /// The letter under which a name is looked for, of its surname as it is read in a name; behind all letters where it
    /// is not known.
    static char first(String name) {
        if (name.isEmpty()) {
            return UNKNOWN;
        }
        int character = name.codePointAt(0);
        if (Character.isAlphabetic(character) && !Character.isIdeographic(character)) {
            return (char) Character.toUpperCase(character);
        }
        var known = AS_SURNAME.getOrDefault(character, of(character));
        return known == '?' ? UNKNOWN : known;
    }

    private static Map<Integer, Character> surnames(String each) {
        var characters = each.codePoints().toArray();
        var letters = new HashMap<Integer, Character>();
        for (int i = 0; i < characters.length; i += 2) {
            letters.put(characters[i], (char) characters[i + 1]);
        }
        return Map.copyOf(letters);
    }

    /// `?` where it is not known.
    static char of(int character) {
        var bytes = Character.toString(character).getBytes(ORDERED);
        if (bytes.length != 2) {
            return '?';
        }
        int place = ((bytes[0] & 0xFF) - 0xA0) * 100 + (bytes[1] & 0xFF) - 0xA0;
        var first = FIRST.floorEntry(place);
        return first == null || place >= BEHIND_COMMON ? '?' : first.getValue();
    }
}
