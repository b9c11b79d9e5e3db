package cn.dangqun.sheets;

import java.util.regex.Pattern;

/// What stands in a cell, as a person reads it.
final class Texts {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");
    private static final Pattern OUTER = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    private Texts() {}

    /// Without outer blanks of any kind, marks that nobody sees, and beyond `longest` characters; a line break is a
    /// blank.
    static String plain(String text, int longest) {
        var cut = text.codePointCount(0, text.length()) > longest
                ? text.substring(0, text.offsetByCodePoints(0, longest))
                : text;
        return isPlain(cut)
                ? cut
                : OUTER.matcher(UNSEEN.matcher(BREAKS.matcher(cut).replaceAll(" "))
                                .replaceAll(""))
                        .replaceAll("");
    }

    /// Most cells are: ideographs, digits and ASCII without a blank need no look at each rule.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean plain = (each > ' ' && each < 0x7F) || (each >= 0x4E00 && each < 0xA000);
            if (!plain) {
                return false;
            }
        }
        return true;
    }
}
