package cn.dangqun.server.review;

import java.util.List;

/// What the page of records that wait shows, word by word. Addresses are empty where there is nothing to go to.
public record ReviewModel(
        Filter filter,
        String liveAddress,
        int found,
        String pages,
        String previous,
        String next,
        boolean settled,
        boolean filtered,
        List<Row> rows) {
    public ReviewModel {
        rows = List.copyOf(rows);
    }

    public record Filter(List<Choice> kinds, String search, boolean settled, boolean oldestFirst) {
        public Filter {
            kinds = List.copyOf(kinds);
        }
    }

    public record Choice(String id, String name, boolean chosen) {}

    /// `kind` is for style; `link` leads to where the decision is made.
    public record Row(
            String kind,
            String kindName,
            String what,
            String number,
            String kiosk,
            String kioskId,
            String site,
            String recorded,
            String received,
            String since,
            String why,
            String next,
            String link) {}
}
