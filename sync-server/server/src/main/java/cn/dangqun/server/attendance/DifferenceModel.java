package cn.dangqun.server.attendance;

import java.util.List;

/// What the page 名册差异 shows, word by word. `pages`, `previous` and `next` are empty where there is only one page.
public record DifferenceModel(Filter filter, int found, String pages, String previous, String next, List<Row> rows) {
    public DifferenceModel {
        rows = List.copyOf(rows);
    }

    public record Filter(String month, String kind, String search, boolean oldestFirst, List<Choice> kinds) {
        public Filter {
            kinds = List.copyOf(kinds);
        }

        public boolean isNarrowed() {
            return !kind.isEmpty() || !search.isEmpty();
        }
    }

    public record Choice(String id, String name) {}

    public record Row(
            String kind,
            String kindName,
            String day,
            String activity,
            String address,
            String roll,
            String member,
            String memberId,
            String what,
            String effect) {}
}
