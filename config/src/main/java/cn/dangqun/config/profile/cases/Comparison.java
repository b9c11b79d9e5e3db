package cn.dangqun.config.profile.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Compares a computed result with an expected one, field by field. What is expected decides the shape: fields it does
/// not name are not compared, absent and null are the same, numbers compare by value, lists of plain words as sets.
///
/// @param rowKeys by which fields rows of a list are matched
/// @param mayBeUnexpected which computed rows the expectation may leave out
/// @param synonyms further names of the same outcome, by its name here
record Comparison(List<String> rowKeys, Predicate<JsonNode> mayBeUnexpected, Map<String, Set<String>> synonyms) {

    record Difference(String at, Optional<JsonNode> expected, Optional<JsonNode> computed) {}

    /// `shown` is the computed result in the shape of the expected one.
    record Outcome(JsonNode shown, List<Difference> differences) {}

    Outcome compare(JsonNode expected, JsonNode computed) {
        var differences = new ArrayList<Difference>();
        var shown = project(Optional.of(expected), Optional.of(computed), "", differences);
        return new Outcome(shown, List.copyOf(differences));
    }

    private JsonNode project(
            Optional<JsonNode> expected, Optional<JsonNode> computed, String at, List<Difference> differences) {
        if (isObject(expected) && isObject(computed)) {
            return fields(expected.orElseThrow(), computed.orElseThrow(), at, differences);
        }
        if (isArray(expected) && isArray(computed)) {
            return list(expected.orElseThrow(), computed.orElseThrow(), at, differences);
        }
        if (!isSame(expected, computed)) {
            differences.add(new Difference(at, expected, computed));
        }
        return computed.orElseGet(JsonNodeFactory.instance::nullNode);
    }

    private JsonNode fields(JsonNode expected, JsonNode computed, String at, List<Difference> differences) {
        var shown = JsonNodeFactory.instance.objectNode();
        for (var field : expected.properties()) {
            var name = field.getKey();
            var path = at.isEmpty() ? name : at + "." + name;
            shown.set(name, project(Optional.of(field.getValue()), computed.optional(name), path, differences));
        }
        return shown;
    }

    private JsonNode list(JsonNode expected, JsonNode computed, String at, List<Difference> differences) {
        boolean rows = all(expected, JsonNode::isObject) && all(computed, JsonNode::isObject);
        if (rows) {
            return rows(expected, computed, at, differences);
        }
        if (!new HashSet<>(expected.values()).equals(new HashSet<>(computed.values()))) {
            differences.add(new Difference(at, Optional.of(expected), Optional.of(computed)));
            return computed;
        }
        return expected;
    }

    private JsonNode rows(JsonNode expected, JsonNode computed, String at, List<Difference> differences) {
        var shown = JsonNodeFactory.instance.arrayNode();
        var left = new ArrayList<>(computed.values());
        int index = 0;
        for (var row : expected.values()) {
            var path = at + "[" + index++ + "]";
            var match = left.stream().filter(each -> isSameRow(row, each)).findFirst();
            if (match.isPresent()) {
                left.remove(match.get());
                shown.add(project(Optional.of(row), match, path, differences));
            } else {
                differences.add(new Difference(path, Optional.of(row), Optional.empty()));
            }
        }
        for (var row : left) {
            if (!mayBeUnexpected.test(row)) {
                shown.add(row);
                differences.add(new Difference(at + "[" + index++ + "]", Optional.empty(), Optional.of(row)));
            }
        }
        return shown;
    }

    private boolean isSameRow(JsonNode expected, JsonNode computed) {
        return rowKeys.stream().allMatch(key -> isSame(expected.optional(key), computed.optional(key)));
    }

    private boolean isSame(Optional<JsonNode> expected, Optional<JsonNode> computed) {
        var one = expected.filter(value -> !value.isNull());
        var other = computed.filter(value -> !value.isNull());
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        if (one.get().isNumber() && other.get().isNumber()) {
            return one.get().decimalValue().compareTo(other.get().decimalValue()) == 0;
        }
        return one.equals(other)
                || (one.get().isString()
                        && other.get().isString()
                        && synonyms.getOrDefault(other.get().stringValue(), Set.of())
                                .contains(one.get().stringValue()));
    }

    private static boolean all(JsonNode list, Predicate<JsonNode> which) {
        return list.values().stream().allMatch(which);
    }

    private static boolean isObject(Optional<JsonNode> value) {
        return value.filter(JsonNode::isObject).isPresent();
    }

    private static boolean isArray(Optional<JsonNode> value) {
        return value.filter(JsonNode::isArray).isPresent();
    }
}
