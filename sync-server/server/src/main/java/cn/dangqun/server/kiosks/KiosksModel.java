package cn.dangqun.server.kiosks;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;

/// What the page of kiosks shows, word by word. The summary is of all, the rows are of what was asked.
public record KiosksModel(
        Summary summary,
        List<Row> rows,
        List<Choice> sites,
        boolean mayEnrol,
        Filter filter,
        ListQuestion.Pages pages) {
    public KiosksModel {
        rows = List.copyOf(rows);
        sites = List.copyOf(sites);
    }

    /// What the list was asked; `live` is where the same list goes on by itself. `offered` where there are so many that
    /// one looks for one.
    public record Filter(String search, List<Choice> orders, boolean onlyNeedy, boolean offered, String live) {
        public Filter {
            orders = List.copyOf(orders);
        }
    }

    public record Summary(int kiosks, int online, int needAttention, long unsent) {}

    /// `level` is CALM, ATTENTION or URGENT and `stateKind` ONLINE, SILENT, NEVER or REVOKED, both for style; `advice`
    /// says what to do; `forkAddress` is where the viewer may decide about a forked ledger, or empty;
    /// `leavingAddress` is where about what a kiosk took along.
    public record Row(
            String id,
            String part,
            String name,
            String site,
            String level,
            String stateKind,
            String state,
            String lastContact,
            String lastContactAgo,
            String unsent,
            String software,
            String disk,
            List<String> advice,
            String forkAddress,
            String leavingAddress,
            String careAddress) {
        public Row {
            advice = List.copyOf(advice);
        }
    }
}
