package cn.dangqun.config.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a person should do about a line that is no TOML: signs of a Chinese keyboard are named, with what belongs
/// there.
final class TomlHints {
    private static final Map<String, String> SIGNS = new LinkedHashMap<>();

    static {
        SIGNS.put("“”„〝〞＂", "\"");
        SIGNS.put("‘’＇", "'");
        SIGNS.put("＝", "=");
        SIGNS.put("【［", "[");
        SIGNS.put("】］", "]");
        SIGNS.put("＃", "#");
        SIGNS.put("，、", ",");
        SIGNS.put("．。", ".");
    }

    private TomlHints() {}

    /// `line` counts from 1.
    static String about(String text, int line, String original) {
        var written = text.lines().skip(Math.max(0, line - 1L)).findFirst().orElse("");
        var outside = written.replaceAll("\"[^\"]*\"", "");
        for (var sign : SIGNS.entrySet()) {
            var found = outside.codePoints()
                    .filter(point -> sign.getKey().indexOf(point) >= 0)
                    .findFirst();
            if (found.isPresent()) {
                return "用了中文标点“" + Character.toString(found.getAsInt()) + "”，请改成英文的 " + sign.getValue();
            }
        }
        if (!outside.isBlank() && outside.indexOf('=') < 0 && !outside.strip().startsWith("[")) {
            return "应写成 名称 = \"内容\"，文字要放在英文引号里";
        }
        return "写法不对：文字要放在英文引号里，如 名称 = \"内容\"（" + original + "）";
    }
}
