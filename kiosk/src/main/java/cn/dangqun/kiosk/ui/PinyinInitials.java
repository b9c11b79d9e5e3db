package cn.dangqun.kiosk.ui;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The letters with which the characters of a name begin in pinyin. GB/T 2312 orders its 3 755 common characters by
/// pinyin, so the place of one tells its letter; of rarer ones no letter is known, and any fits. A few characters are
/// read otherwise as a surname.
public final class PinyinInitials {
    private static final Charset ORDERED = Charset.forName("GB2312");
    private static final int BEHIND_COMMON = 5590;
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

    private static final Map<Integer, String> AS_SURNAME = Map.of(
            (int) '单', "S", (int) '曾', "Z", (int) '解', "X", (int) '仇', "Q", (int) '区', "O", (int) '查', "Z", (int) '乐',
            "Y", (int) '盖', "G", (int) '朴', "P", (int) '重', "C");

    private PinyinInitials() {}

    /// Whether a name may begin with these letters, one for each character.
    public static boolean fit(String name, String letters) {
        var characters = name.codePoints().toArray();
        if (letters.length() > characters.length) {
            return false;
        }
        for (int i = 0; i < letters.length(); i++) {
            if (!fits(characters[i], letters.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(int character, char letter) {
        if (Character.isAlphabetic(character) && !Character.isIdeographic(character)) {
            return Character.toUpperCase(character) == letter;
        }
        var known = of(character);
        return known == '?'
                || known == letter
                || AS_SURNAME.getOrDefault(character, "").indexOf(letter) >= 0;
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
