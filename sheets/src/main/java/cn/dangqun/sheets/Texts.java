package cn.dangqun.sheets;

/// What stands in a cell, as a person reads it.
final class Texts {
    private Texts() {}

    /// Without outer blanks of any kind, marks that nobody sees, and beyond `longest` characters; a line break is a
    /// blank.
    static String plain(String text, int longest) {
        var cut = text.codePointCount(0, text.length()) > longest
                ? text.substring(0, text.offsetByCodePoints(0, longest))
                : text;
        return cut.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ")
                .replaceAll("\\p{Cf}", "")
                .replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "");
    }
}
