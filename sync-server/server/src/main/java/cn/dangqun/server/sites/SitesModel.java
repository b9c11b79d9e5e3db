package cn.dangqun.server.sites;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What the list of sites shows.
public record SitesModel(String search, boolean filtered, boolean mayKeep, List<Row> rows, Pages pages) {
    public SitesModel {
        rows = List.copyOf(rows);
    }

    public record Row(String id, String name, String organization, int kiosks) {}

    /// The form of one site; `id` is empty for a new one.
    public record One(String id, List<String> problems, String name, List<Choice> organizations) {
        public One {
            problems = List.copyOf(problems);
            organizations = List.copyOf(organizations);
        }
    }
}
