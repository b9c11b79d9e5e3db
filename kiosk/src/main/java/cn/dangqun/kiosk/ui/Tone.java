package cn.dangqun.kiosk.ui;

import java.util.Locale;

/// What a message means to its reader; each tone has a colour, and always a sign and a word beside it (F-87).
public enum Tone {
    SUCCESS,
    /// As good as success, said again: nothing to do
    CALM,
    ATTENTION,
    INFORMATION,
    ALARM,
    PLAIN;

    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
