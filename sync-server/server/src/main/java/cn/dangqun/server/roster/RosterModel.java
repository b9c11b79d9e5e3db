package cn.dangqun.server.roster;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What the list of members shows. `namesAddress` is empty for those who may not see names in full; `enterAddress`
/// for those who may not enter anybody.
public record RosterModel(
        Filter filter,
        int found,
        boolean filtered,
        boolean fullNames,
        String namesAddress,
        String enterAddress,
        String importAddress,
        String exportAddress,
        String exportTextAddress,
        List<Waiting> waiting,
        List<Row> rows,
        Pages pages) {
    public RosterModel {
        waiting = List.copyOf(waiting);
        rows = List.copyOf(rows);
    }

    /// Somebody for whom an exemption is asked that nobody has decided on.
    public record Waiting(String id, String name) {}

    public record Filter(
            String search,
            List<Choice> branches,
            List<Choice> statuses,
            List<Choice> relations,
            List<Choice> orders,
            boolean gone) {
        public Filter {
            branches = List.copyOf(branches);
            statuses = List.copyOf(statuses);
            relations = List.copyOf(relations);
            orders = List.copyOf(orders);
        }
    }

    public record Row(
            String id, String name, String branch, String group, String status, String relation, String note) {
        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }
}
