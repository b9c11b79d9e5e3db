package cn.dangqun.server.plan;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;
import java.util.stream.Stream;

/// What the plan of a month shows.
public record PlanModel(
        String month,
        String monthName,
        String previous,
        String next,
        String search,
        List<Choice> types,
        List<Choice> organizations,
        List<Choice> orders,
        boolean filtered,
        String newAddress,
        String calendarAddress,
        String yearAddress,
        String viewAddress,
        List<Week> weeks,
        List<Row> rows,
        Pages pages) {
    public PlanModel {
        types = List.copyOf(types);
        organizations = List.copyOf(organizations);
        orders = List.copyOf(orders);
        weeks = List.copyOf(weeks);
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
            String reason,
            More more) {
        public Typed {
            types = List.copyOf(types);
            organizations = List.copyOf(organizations);
        }
    }

    /// What most activities do not need; `open` when something of it is filled in.
    public record More(
            List<List<Choice>> partners,
            List<Choice> marks,
            String hours,
            String chair,
            String organiser,
            List<Choice> halfDays,
            List<Choice> grades,
            String note,
            List<Item> agenda) {
        public More {
            partners = partners.stream().map(List::copyOf).toList();
            marks = List.copyOf(marks);
            halfDays = List.copyOf(halfDays);
            grades = List.copyOf(grades);
            agenda = List.copyOf(agenda);
        }

        public boolean prepared() {
            return !note.isBlank()
                    || agenda.stream().anyMatch(each -> !each.title().isBlank());
        }

        public boolean open() {
            return Stream.of(
                                    partners.stream().flatMap(List::stream),
                                    marks.stream(),
                                    halfDays.stream(),
                                    grades.stream())
                            .flatMap(each -> each)
                            .anyMatch(Choice::chosen)
                    || !(hours + chair + organiser).isBlank();
        }
    }

    /// A row of the agenda; without words it is none.
    public record Item(List<Choice> kinds, String title) {
        public Item {
            kinds = List.copyOf(kinds);
        }
    }

    /// A week of the month's calendar; days of other months are blank.
    public record Week(List<Day> days) {
        public Week {
            days = List.copyOf(days);
        }
    }

    /// `more` are those that the day has no room for.
    public record Day(String number, boolean today, List<Row> rows, int more) {
        public Day {
            rows = List.copyOf(rows);
        }
    }

    /// Somebody asked to a training; the name is masked.
    public record Invited(String id, String name, String branch) {}

    /// How many are asked, and those of the page.
    public record Invitees(int all, List<Invited> shown, Pages pages) {
        public Invitees {
            shown = List.copyOf(shown);
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
            boolean byInvitation,
            boolean mayInvite,
            Invitees invited,
            List<String> more,
            List<String> agenda,
            List<Line> history,
            List<String> problems,
            Typed form) {
        public One {
            notices = List.copyOf(notices);
            rolls = List.copyOf(rolls);
            more = List.copyOf(more);
            agenda = List.copyOf(agenda);
            history = List.copyOf(history);
            problems = List.copyOf(problems);
        }
    }

    /// Who would be due if it were now.
    public record Roll(String organization, int due) {}

    public record Line(String when, String kind, String words, String reason, String login) {}
}
