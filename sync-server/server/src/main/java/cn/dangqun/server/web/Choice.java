package cn.dangqun.server.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// One of what a form offers.
public record Choice(String value, String name, boolean chosen) {

    /// All constants of an enum; the one named `chosen` is chosen.
    public static <E extends Enum<E>> List<Choice> of(E[] constants, Function<E, String> name, String chosen) {
        return Arrays.stream(constants)
                .map(each ->
                        new Choice(each.name(), name.apply(each), each.name().equals(chosen)))
                .toList();
    }

    /// The same choices with the one of that value chosen, as somebody typed it.
    public static List<Choice> choosing(List<Choice> choices, String value) {
        return choices.stream()
                .map(each -> new Choice(each.value, each.name, each.value.equals(value)))
                .toList();
    }
}
