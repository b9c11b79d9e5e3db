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

    /// The texts of this package, in Simplified Chinese whatever the machine's locale.
    public static ResourceBundle bundle() {
        return ResourceBundle.getBundle("cn.dangqun.devices.selftest.texts", Locale.ROOT);
    }

    public String in(ResourceBundle bundle) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments.toArray());
    }
}
