package cn.dangqun.server.codes;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;
import java.util.Optional;

/// What the page of all branches shows, word by word. `notice` and `asked` come from looking up a card number.
public record CodesModel(
        String notice,
        String asked,
        String search,
        List<Choice> orders,
        boolean filtered,
        List<Row> rows,
        ListQuestion.Pages pages,
        List<Key> keys,
        Optional<DayRange> rotation,
        boolean rotated) {
    public CodesModel {
        orders = List.copyOf(orders);
        rows = List.copyOf(rows);
        keys = List.copyOf(keys);
    }

    public record Row(String id, String name, String above, int members, int holders, int without, int ending) {}

    /// `id` is what kiosks and cards know the key by. `delivery` says how many kiosks have it; empty for a former key.
    public record Key(String id, boolean signs, String since, String state, String delivery) {}
}
