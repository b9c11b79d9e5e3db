package cn.dangqun.server.plan;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What the plan of a month shows.
public record PlanModel(
        String month,
        String monthName,
        String previous,
        String next,
        String search,
        List<Choice> types,
        List<Choice> organizations,
        boolean filtered,
        String newAddress,
        String calendarAddress,
        List<Row> rows,
        Pages pages) {
    public PlanModel {
        types = List.copyOf(types);
        organizations = List.copyOf(organizations);
        rows = List.copyOf(rows);
    }

    public record Row(
            String id,
            String day,
            String time,
            String title,
            String type,
            String organization,
            String place,
            String state,
            String stateName) {}

    /// The fields of the form.
    public record Typed(
            List<Choice> types,
            List<Choice> organizations,
            String title,
            String place,
            String heldOn,
            String starts,
            String ends,
            String repeats,
            String reason) {
        public Typed {
            types = List.copyOf(types);
            organizations = List.copyOf(organizations);
        }
    }

    /// One activity of the plan.
    public record One(
            String id,
            String title,
            String when,
            String type,
            String organization,
            String place,
            boolean cancelled,
            boolean begun,
            boolean mayPlan,
            List<String> notices,
            List<Roll> rolls,
            List<Line> history,
            List<String> problems,
            Typed form) {
        public One {
            notices = List.copyOf(notices);
            rolls = List.copyOf(rolls);
            history = List.copyOf(history);
            problems = List.copyOf(problems);
        }
    }

    /// Who would be due if it were now.
    public record Roll(String organization, int due) {}

    public record Line(String when, String kind, String words, String reason, String login) {}
}
