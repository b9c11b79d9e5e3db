package cn.dangqun.server.queue;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What the figures of a centre's queue show, word by word (F-106).
public record FigureModel(String heading, String span, Filter filter, Row total, List<Row> rows, Pages pages) {
    public FigureModel {
        rows = List.copyOf(rows);
    }

    public record Filter(
            String since,
            String until,
            List<Choice> sites,
            List<Choice> groups,
            String groupName,
            String search,
            List<Choice> orders) {
        public Filter {
            sites = List.copyOf(sites);
            groups = List.copyOf(groups);
            orders = List.copyOf(orders);
        }
    }

    /// One service, hour or weekday. Durations are in words, a dash where nothing was measured.
    public record Row(
            String name,
            int taken,
            int served,
            int gone,
            String waited,
            String waitedNinth,
            String took,
            String tookNinth) {}
}
