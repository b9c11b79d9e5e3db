package cn.dangqun.kiosk.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;

/// The words on the screens, in Simplified Chinese, all outside the program (F-90). Placeholders are `{0}`, `{1}`.
/// Immutable.
public final class Texts {
    private static final String RESOURCE = "texts.properties";

    private final Properties words;

    private Texts(Properties words) {
        this.words = words;
    }

    public static Texts chinese() {
        return new Texts(read());
    }

    private static Properties read() {
        var words = new Properties();
        try (var in = Texts.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + RESOURCE);
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws IllegalArgumentException when there is no such key: a fault of the program, held up by a test
    public String get(String key, Object... values) {
        var text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /// Hour and minute, as on a station clock.
    public String time(Instant at, ZoneId zone) {
        return format("ui.time", at, zone);
    }

    public String date(Instant at, ZoneId zone) {
        return format("ui.date", at, zone);
    }

    public String weekday(Instant at, ZoneId zone) {
        return format("ui.weekday", at, zone);
    }

    private String format(String key, Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern(get(key), Locale.SIMPLIFIED_CHINESE).format(at.atZone(zone));
    }

    /// How long ago, in the one unit that matters.
    public String ago(Duration age) {
        if (age.toMinutes() < 1) {
            return get("ui.ago.now");
        }
        if (age.toHours() < 1) {
            return get("ui.ago.minutes", age.toMinutes());
        }
        return age.toDays() < 1 ? get("ui.ago.hours", age.toHours()) : get("ui.ago.days", age.toDays());
    }
}
