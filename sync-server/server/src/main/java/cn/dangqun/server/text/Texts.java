package cn.dangqun.server.text;

import cn.dangqun.server.db.OneProcess;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;

/// Screen texts in Simplified Chinese, from `texts.properties` (UTF-8). Keys are `feature.page.element`; `{0}`,
/// `{1}` … stand for values. Immutable.
@OneProcess("Sentences of the program: the same in every process.")
public final class Texts {
    private final Properties byKey = new Properties();

    public Texts() {
        try (var in = Texts.class.getResourceAsStream("/console/texts.properties")) {
            if (in == null) {
                throw new IllegalStateException("the program was built without its texts");
            }
            byKey.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws IllegalArgumentException if no text has this key
    public String get(String key, Object... values) {
        var text = byKey.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    public Set<String> keys() {
        return byKey.stringPropertyNames();
    }
}
