package cn.dangqun.sheets.roster;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Words of a roster in the one spelling in which they are compared.
public final class RosterText {
    private static final Pattern CODE = Pattern.compile("^\\d+_");
    private static final Pattern DOTS = Pattern.compile("[•・‧∙･]");

    private RosterText() {}

    /// Blanks inside a name of two characters are a typist's; the dots of other scripts are made one.
    public static String name(String typed) {
        var name =
                DOTS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll("·");
        return name.codePoints().allMatch(each -> Character.isIdeographic(each) || isBlank(each) || each == '·')
                ? name.codePoints()
                        .filter(each -> !isBlank(each))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : name;
    }

    private static boolean isBlank(int character) {
        return Character.isSpaceChar(character) || Character.isWhitespace(character);
    }

    /// Lists to choose from put a code before the word: 223_正式党员.
    public static String words(String typed) {
        return CODE.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceFirst("")
                .strip();
    }
}
