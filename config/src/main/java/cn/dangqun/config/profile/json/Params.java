package cn.dangqun.config.profile.json;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Parameters of a profile: its own defaults, and what a street sets instead. Remembers which settings found a use, so
/// that a mistyped one does not pass silently.
public final class Params {
    private final Map<String, JsonNode> defaults = new LinkedHashMap<>();
    private final Map<String, JsonNode> settings;
    private final Set<String> used = new HashSet<>();

    public Params(Map<String, JsonNode> settings) {
        this.settings = Map.copyOf(settings);
    }

    public static Params none() {
        return new Params(Map.of());
    }

    /// Settings given as text: a number or `true` is one, everything else stays text.
    public static Params ofText(Map<String, String> settings) {
        var nodes = new LinkedHashMap<String, JsonNode>();
        settings.forEach((name, text) -> nodes.put(name, nodeOf(text)));
        return new Params(nodes);
    }

    private static JsonNode nodeOf(String text) {
        try {
            var node = JsonText.MAPPER.readTree(text);
            return node.isNumber() || node.isBoolean() ? node : JsonText.MAPPER.valueToTree(text);
        } catch (JacksonException plainText) {
            return JsonText.MAPPER.valueToTree(text);
        }
    }

    /// Declares a parameter with its default; a later declaration of the same name wins.
    public void declare(String name, JsonNode value) {
        defaults.put(name, value);
    }

    /// What a reference to a declared parameter stands for.
    Optional<JsonNode> value(String name) {
        if (!defaults.containsKey(name)) {
            return Optional.empty();
        }
        return setting(name).or(() -> Optional.ofNullable(defaults.get(name)));
    }

    /// What the street set under this name, whether the profile declares it or not.
    Optional<JsonNode> setting(String name) {
        var set = Optional.ofNullable(settings.get(name));
        if (set.isPresent()) {
            used.add(name);
        }
        return set;
    }

    /// Settings that nothing in the profile asked for.
    public Set<String> unused() {
        var left = new HashSet<>(settings.keySet());
        left.removeAll(used);
        return left;
    }
}
