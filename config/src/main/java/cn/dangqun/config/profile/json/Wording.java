package cn.dangqun.config.profile.json;

import java.util.Locale;
import java.util.ResourceBundle;

/// The Chinese messages of this part, with `{name}` where a value goes, and the Chinese words for fields and choices.
public final class Wording {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("cn.dangqun.config.profile.texts", Locale.ROOT);

    private Wording() {}

    /// `values` are name and value by turns.
    public static String say(String key, Object... values) {
        var text = BUNDLE.getString(key);
        for (int i = 0; i < values.length; i += 2) {
            text = text.replace("{" + values[i] + "}", String.valueOf(values[i + 1]));
        }
        return text;
    }

    /// The Chinese word for a field, with the field itself: `周期（period）`.
    static String field(String name) {
        var key = "field." + name;
        return BUNDLE.containsKey(key)
                ? say("field", "word", BUNDLE.getString(key), "name", name)
                : say("name", "name", name);
    }

    /// A choice with its meaning: `MONTH（每月）`.
    static String choice(String name) {
        var key = "choice." + name;
        return BUNDLE.containsKey(key) ? say("choice", "word", BUNDLE.getString(key), "name", name) : name;
    }
}
