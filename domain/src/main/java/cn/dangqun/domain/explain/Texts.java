package cn.dangqun.domain.explain;

import java.util.Locale;
import java.util.ResourceBundle;

/// The Chinese sentences, with `{name}` where a value goes.
final class Texts {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("cn.dangqun.domain.explain.texts", Locale.ROOT);

    private Texts() {}

    /// `values` are name and value by turns. Numbers stay plain: no grouping, no locale.
    static String say(String key, Object... values) {
        var text = BUNDLE.getString(key);
        for (int i = 0; i < values.length; i += 2) {
            text = text.replace("{" + values[i] + "}", String.valueOf(values[i + 1]));
        }
        return text;
    }

    static String word(Enum<?> value) {
        return BUNDLE.getString(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    /// The word a profile's own code has here, or the code itself.
    static String wordOr(String key, String code) {
        return BUNDLE.containsKey(key) ? BUNDLE.getString(key) : code;
    }
}
