package cn.dangqun.server.sites;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What the list of sites shows.
public record SitesModel(
        String search, List<Choice> orders, boolean filtered, boolean mayKeep, List<Row> rows, Pages pages) {
    public SitesModel {
        orders = List.copyOf(orders);
        rows = List.copyOf(rows);
    }

    /// `serves` names the other communities; `link` is where the viewer may change it, or empty.
    public record Row(String id, String name, String organization, int kiosks, String serves, String link) {}

    /// The form of one site; `id` is empty for a new one.
    public record One(
            String id,
            List<String> problems,
            String name,
            List<Choice> organizations,
            List<Serving> serving,
            List<Choice> communities) {
        public One {
            problems = List.copyOf(problems);
            organizations = List.copyOf(organizations);
            serving = List.copyOf(serving);
            communities = List.copyOf(communities);
        }
    }

    /// A community served beside its own; `when` says since when, or from when to when; `served`: now.
    public record Serving(String community, String name, String when, boolean served) {}
}
