package cn.dangqun.config.settings;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A table of a TOML file being read: hands out typed values and collects faults instead of stopping at the first.
/// After a fault a stand-in value is returned; nobody sees it, since the file is then refused as a whole.
final class SettingsTable {
    private final String path;
    private final JsonNode node;
    private final List<SettingsFault> faults;
    private final Set<String> known = new HashSet<>();

    SettingsTable(String path, JsonNode node, List<SettingsFault> faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    String text(String key, Pattern form, String formInWords) {
        var value = optionalText(key, form, formInWords);
        if (value.isEmpty() && absent(key)) {
            fault(key, "缺少此项，" + formInWords);
        }
        return value.orElse("");
    }

    Optional<String> optionalText(String key, Pattern form, String formInWords) {
        known.add(key);
        if (absent(key)) {
            return Optional.empty();
        }
        var value = node.get(key);
        if (!value.isString() || !form.matcher(value.asString()).matches()) {
            fault(key, formInWords + "，现为 " + value);
            return Optional.empty();
        }
        return Optional.of(value.asString());
    }

    int number(String key, int from, int to, int fallback) {
        known.add(key);
        if (absent(key)) {
            return fallback;
        }
        var value = node.get(key);
        if (!value.isInt() || value.asInt() < from || value.asInt() > to) {
            fault(key, "应为 " + from + " 到 " + to + " 的整数，现为 " + value);
            return fallback;
        }
        return value.asInt();
    }

    boolean flag(String key, boolean fallback) {
        known.add(key);
        if (absent(key)) {
            return fallback;
        }
        if (!node.get(key).isBoolean()) {
            fault(key, "应为 true 或 false，现为 " + node.get(key));
            return fallback;
        }
        return node.get(key).asBoolean();
    }

    ZoneId zone(String key, ZoneId fallback) {
        var name = optionalText(key, Pattern.compile(".+"), "应为时区名称，如 Asia/Shanghai");
        if (name.isEmpty()) {
            return fallback;
        }
        try {
            return ZoneId.of(name.get());
        } catch (DateTimeException e) {
            fault(key, "没有这个时区：" + name.get());
            return fallback;
        }
    }

    /// An absent table reads as an empty one, so that its missing entries are reported one by one.
    SettingsTable table(String key) {
        known.add(key);
        var child = absent(key) ? JsonNodeFactory.instance.objectNode() : node.get(key);
        if (!child.isObject()) {
            fault(key, "应为一节 [" + key + "]");
            child = JsonNodeFactory.instance.objectNode();
        }
        return new SettingsTable(at(key), child, faults);
    }

    boolean has(String key) {
        return !absent(key);
    }

    <T> List<T> tables(String key, Function<SettingsTable, T> read) {
        known.add(key);
        var items = new ArrayList<T>();
        if (absent(key)) {
            return items;
        }
        if (!node.get(key).isArray()) {
            fault(key, "应写作一节或多节 [[" + key + "]]");
            return items;
        }
        int index = 1;
        for (var child : node.get(key)) {
            var table = new SettingsTable(at(key) + "（第 " + index++ + " 个）", child, faults);
            items.add(read.apply(table));
        }
        return items;
    }

    /// Every entry not asked for so far, as text: options that only a driver understands.
    Map<String, String> remaining() {
        var rest = new LinkedHashMap<String, String>();
        for (var entry : node.properties()) {
            if (known.add(entry.getKey())) {
                if (entry.getValue().isContainer()) {
                    fault(entry.getKey(), "应为一个值");
                } else {
                    rest.put(entry.getKey(), entry.getValue().asString());
                }
            }
        }
        return rest;
    }

    /// Reports entries nobody asked for: most often a misspelt name.
    void refuseUnknown() {
        for (var entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                fault(entry.getKey(), "没有这个设置项，请检查拼写");
            }
        }
    }

    private boolean absent(String key) {
        return node.get(key) == null || node.get(key).isNull();
    }

    void fault(String key, String what) {
        faults.add(new SettingsFault(at(key), what));
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
