package cn.dangqun.sheets.roster;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Words of a roster in the one spelling in which they are compared.
public final class RosterText {
    private static final Pattern CODE = Pattern.compile("^\\d+_");

    private RosterText() {}

    /// Lists to choose from put a code before the word: 223_正式党员.
    public static String words(String typed) {
        return CODE.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceFirst("")
                .strip();
    }
}
