package cn.dangqun.server.attendance;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;

/// What the page of a day's activities shows, word by word; the template only arranges it.
public record TodayModel(
        String heading,
        String day,
        boolean today,
        Filter filter,
        String liveAddress,
        Summary summary,
        List<Group> groups,
        ListQuestion.Pages pages) {
    public TodayModel {
        groups = List.copyOf(groups);
    }

    public record Filter(
            String date,
            String previous,
            String next,
            String community,
            List<Choice> communities,
            String todayAddress,
            String search,
            List<Choice> orders) {
        public Filter {
            communities = List.copyOf(communities);
            orders = List.copyOf(orders);
        }
    }

    /// `known`: something is known of one activity at least.
    public record Summary(
            int activities, int open, int due, int present, int late, int guests, int withoutData, boolean known) {}

    /// A community's activities below one heading. `part` names the heading for live updates; without a name there is
    /// none.
    public record Group(String part, String name, String upload, boolean silent, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /// `stage` is OPEN, UPCOMING or ENDED, for style; `merged`: every kiosk of its centres has told all it has;
    /// `attention`: a person should look at this row.
    public record Row(
            String id,
            String part,
            String times,
            String title,
            String type,
            String organization,
            String place,
            String stage,
            String stageName,
            int due,
            int present,
            boolean known,
            int late,
            int guests,
            String upload,
            boolean merged,
            boolean attention) {}
}
