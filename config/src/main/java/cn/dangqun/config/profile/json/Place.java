package cn.dangqun.config.profile.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A value in a JSON document with its path. Reading never throws: a fault is noted, a harmless stand-in is
/// returned, and whoever started the reading throws everything away when there are faults. `param:name` is replaced
/// by the parameter.
public final class Place {
    private static final String PARAM = "param:";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final String path;
    private final Optional<JsonNode> node;
    private final Params params;
    private final List<Fault> faults;

    private Place(String path, Optional<JsonNode> node, Params params, List<Fault> faults) {
        this.path = path;
        this.node = node;
        this.params = params;
        this.faults = faults;
    }

    public static Place root(JsonNode node, List<Fault> faults) {
        return new Place("", Optional.of(node), Params.none(), faults);
    }

    /// The same place, with parameters for everything below it.
    public Place with(Params values) {
        return new Place(path, node, values, faults);
    }

    public void fault(String key, Object... values) {
        faults.add(new Fault(path, Wording.say(key, values)));
    }

    public int faultCount() {
        return faults.size();
    }

    /// The plain tree at this place.
    public Optional<JsonNode> tree() {
        return node;
    }

    /// Faults every field that is not named here.
    public Place only(String... names) {
        return onlyOr(NOTHING, names);
    }

    /// Faults every field that is neither named here nor of the given form.
    public Place onlyOr(Pattern form, String... names) {
        var known = Set.of(names);
        entries().forEach((name, place) -> {
            if (!known.contains(name) && !form.matcher(name).matches()) {
                var choices = Arrays.stream(names).sorted().collect(Collectors.joining("、"));
                place.fault("field.unknown", "name", name, "choices", choices);
            }
        });
        return this;
    }

    /// A field that must be there.
    public Place field(String name) {
        var found = maybe(name);
        if (found.isEmpty() && isObject()) {
            fault("field.missing", "field", Wording.field(name));
        }
        return found.orElseGet(() -> new Place(below(name), Optional.empty(), params, faults));
    }

    /// A field that may be absent or null.
    public Optional<Place> maybe(String name) {
        return node.filter(JsonNode::isObject)
                .flatMap(object -> object.optional(name))
                .filter(child -> !child.isNull())
                .map(child -> new Place(below(name), Optional.of(child), params, faults));
    }

    /// A field a street may set by a parameter of the first name it has set; else the field itself.
    public Optional<Place> setting(String field, String... names) {
        return Arrays.stream(names)
                .flatMap(name -> params.setting(name).stream()
                        .map(value -> new Place("params." + name, Optional.of(value), params, faults)))
                .findFirst()
                .or(() -> maybe(field));
    }

    public Map<String, Place> entries() {
        var all = new LinkedHashMap<String, Place>();
        if (isObject()) {
            node.orElseThrow()
                    .properties()
                    .forEach(entry -> all.put(
                            entry.getKey(),
                            new Place(below(entry.getKey()), Optional.of(entry.getValue()), params, faults)));
        } else if (node.isPresent()) {
            fault("type.object");
        }
        return all;
    }

    private boolean isObject() {
        return node.filter(JsonNode::isObject).isPresent();
    }

    private String below(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    public List<Place> items() {
        var all = new ArrayList<Place>();
        if (node.filter(JsonNode::isArray).isPresent()) {
            for (var child : node.orElseThrow().values()) {
                all.add(new Place(path + "[" + all.size() + "]", Optional.of(child), params, faults));
            }
        } else if (node.isPresent()) {
            fault("type.array");
        }
        return all;
    }

    public boolean isText() {
        return scalar().filter(JsonNode::isString).isPresent();
    }

    public String text() {
        return read(value -> stringIn(value).filter(text -> !text.isBlank()), "type.text")
                .orElse("?");
    }

    public int whole(int min, int max) {
        return read(
                        value -> Optional.of(value)
                                .filter(JsonNode::isIntegralNumber)
                                .filter(JsonNode::canConvertToInt)
                                .map(JsonNode::intValue)
                                .filter(number -> number >= min && number <= max),
                        "type.whole",
                        "min",
                        min,
                        "max",
                        max)
                .orElse(min);
    }

    public BigDecimal number() {
        return read(value -> Optional.of(value).filter(JsonNode::isNumber).map(JsonNode::decimalValue), "type.number")
                .orElse(BigDecimal.ZERO);
    }

    public boolean yes() {
        return read(value -> Optional.of(value).filter(JsonNode::isBoolean).map(JsonNode::booleanValue), "type.boolean")
                .orElse(false);
    }

    public LocalDate date() {
        return read(
                        value -> stringIn(value)
                                .flatMap(text -> parsed(() -> LocalDate.parse(text)))
                                .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR),
                        "type.date")
                .orElse(LocalDate.EPOCH);
    }

    public MonthDay monthDay() {
        return read(
                        value -> stringIn(value).flatMap(text -> parsed(() -> MonthDay.parse("--" + text))),
                        "type.month_day")
                .orElse(MonthDay.of(1, 1));
    }

    /// A text with a form of its own; `key` is the message for those that do not have it.
    public <T> Optional<T> parsed(Function<String, Optional<T>> form, String key) {
        return read(value -> stringIn(value).flatMap(form), key);
    }

    public <E extends Enum<E>> E oneOf(Class<E> choices) {
        var words = new LinkedHashMap<String, E>();
        Arrays.stream(choices.getEnumConstants()).forEach(each -> words.put(each.name(), each));
        return oneOf(words);
    }

    /// One of some words; the first one stands in for a faulty value.
    public <T> T oneOf(Map<String, T> words) {
        var names = words.keySet().stream().map(Wording::choice).collect(Collectors.joining("、"));
        return read(value -> stringIn(value).map(words::get), "type.choice", "choices", names)
                .orElseGet(() -> words.values().iterator().next());
    }

    private <T> Optional<T> read(Function<JsonNode, Optional<T>> reading, String key, Object... words) {
        var value = scalar();
        var result = value.flatMap(reading);
        if (value.isPresent() && result.isEmpty()) {
            faults.add(new Fault(path, Wording.say("value", "value", value.get()) + Wording.say(key, words)));
        }
        return result;
    }

    private static Optional<String> stringIn(JsonNode value) {
        return Optional.of(value).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    private static <T> Optional<T> parsed(Supplier<T> parsing) {
        try {
            return Optional.of(parsing.get());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private Optional<JsonNode> scalar() {
        var reference = node.flatMap(Place::stringIn).filter(text -> text.startsWith(PARAM));
        if (reference.isEmpty()) {
            return node;
        }
        var name = reference.get().substring(PARAM.length());
        var value = params.value(name);
        if (value.isEmpty()) {
            fault("param.undeclared", "name", name);
        }
        return value;
    }
}
