package cn.dangqun.devices.selftest;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// A text to be shown: a key of [#bundle] and what to fill in.
public record ProbeText(String key, List<String> arguments) {
    public ProbeText {
        arguments = List.copyOf(arguments);
    }

    public static ProbeText of(String key, String... arguments) {
        return new ProbeText(key, List.of(arguments));
    }

    /// The texts of this package; Simplified Chinese unless the locale is English.
    public static ResourceBundle bundle(Locale locale) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return ResourceBundle.getBundle("cn.dangqun.devices.selftest.texts", english ? Locale.ENGLISH : Locale.ROOT);
    }

    public String in(ResourceBundle bundle) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments.toArray());
    }
}
