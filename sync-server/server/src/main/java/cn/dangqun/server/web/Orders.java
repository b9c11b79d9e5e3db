package cn.dangqun.server.web;

import cn.dangqun.server.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The orders in which a list can be read. The first is the list's own, as the rows were found, and needs no word in
/// the address; whoever asks for one that there is not gets that.
public record Orders<T>(List<Order<T>> all) {
    public Orders {
        all = List.copyOf(all);
    }

    /// `rows` is empty for the list's own order; `key` names its words.
    public record Order<T>(String value, String key, Optional<Comparator<? super T>> rows) {}

    public static <T> Orders<T> of(String key) {
        return new Orders<>(List.of(new Order<>("", key, Optional.empty())));
    }

    public Orders<T> or(String value, String key, Comparator<? super T> rows) {
        return new Orders<>(Stream.concat(all.stream(), Stream.of(new Order<T>(value, key, Optional.of(rows))))
                .toList());
    }

    /// Equals stay as they were found.
    public List<T> sorted(List<T> found, ListQuestion question) {
        return chosen(question)
                .rows()
                .map(rows -> found.stream().sorted(rows).toList())
                .orElse(found);
    }

    public List<Choice> choices(Texts texts, ListQuestion question) {
        var chosen = chosen(question);
        return all.stream()
                .map(each -> new Choice(each.value(), texts.get(each.key()), each.equals(chosen)))
                .toList();
    }

    private Order<T> chosen(ListQuestion question) {
        return all.stream()
                .filter(each -> each.value().equals(question.filter(ListQuestion.ORDER)))
                .findFirst()
                .orElseGet(all::getFirst);
    }
}
