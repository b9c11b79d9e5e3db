package cn.dangqun.server.wall;

import cn.dangqun.server.text.Texts;
import cn.dangqun.server.wall.WallModel.Section;
import cn.dangqun.server.wall.WallModel.Waiting;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What of the walls somebody looks at: places that are found by name, in the order asked for, and of these a page; of
/// what waits a page, too. A street of sixty communities does not fit beside its frames.
record WallCut(Texts texts, ListQuestion question, List<Waiting> allWaiting, List<Section> all) {
    private static final int AT_ONCE = 12;
    private static final Orders<Place> ORDERS = Orders.<Place>of("web.order.tree")
            .or(
                    "faults",
                    "web.order.faults",
                    Comparator.comparingInt(Place::faults).reversed());

    /// A column of its section.
    private record Place(int column, int faults) {}

    WallModel.Asked asked(String path) {
        return new WallModel.Asked(
                typed(),
                ORDERS.choices(texts, question),
                question.isFiltered(),
                question.within(longest(), AT_ONCE).pages(texts, path, longest(), AT_ONCE));
    }

    List<Waiting> waiting() {
        return cut(foundWaiting());
    }

    /// Sections of which nothing stands on this page are left out.
    List<Section> sections() {
        return all.stream()
                .map(each ->
                        each.of(cut(found(each)).stream().map(Place::column).toList()))
                .filter(each -> !each.columns().isEmpty())
                .toList();
    }

    private List<Place> found(Section section) {
        return ORDERS.sorted(
                IntStream.range(0, section.columns().size())
                        .filter(column -> section.columns().get(column).contains(typed()))
                        .mapToObj(column -> new Place(column, section.faults(column)))
                        .toList(),
                question);
    }

    private List<Waiting> foundWaiting() {
        return allWaiting.stream()
                .filter(each -> (each.title() + each.frame() + each.place()).contains(typed()))
                .toList();
    }

    private <T> List<T> cut(List<T> found) {
        return question.within(longest(), AT_ONCE).cut(found, AT_ONCE);
    }

    private int longest() {
        return Stream.concat(
                        Stream.of(foundWaiting().size()),
                        all.stream().map(each -> found(each).size()))
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    private String typed() {
        return question.filter("search");
    }
}
