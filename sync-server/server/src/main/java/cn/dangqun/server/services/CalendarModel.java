package cn.dangqun.server.services;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What the page of holidays and make-up days shows. `mayKeepAll`: those of every centre, too.
public record CalendarModel(
        List<Choice> sites,
        boolean past,
        String search,
        List<Choice> orders,
        boolean filtered,
        boolean mayKeep,
        boolean mayKeepAll,
        List<String> problems,
        Typed typed,
        List<Row> rows,
        Pages pages) {
    public CalendarModel {
        sites = List.copyOf(sites);
        orders = List.copyOf(orders);
        problems = List.copyOf(problems);
        rows = List.copyOf(rows);
    }

    public record Typed(String from, String to, List<Choice> kinds, List<Choice> sites, String note) {
        public Typed {
            kinds = List.copyOf(kinds);
            sites = List.copyOf(sites);
        }
    }

    /// `site` is an id and empty for every centre.
    public record Row(
            String site, String date, String day, boolean closed, String how, String where, String note, boolean own) {}
}
