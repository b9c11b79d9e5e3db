package cn.dangqun.server.turnout;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;

/// What the pages of 出勤 show, word by word. Addresses are empty where there is nothing behind.
public record TurnoutModel(
        String by,
        Filter filter,
        int found,
        List<Row> rows,
        Row total,
        String exportAddress,
        String namesAddress,
        boolean full,
        ListQuestion.Pages pages) {
    public TurnoutModel {
        rows = List.copyOf(rows);
    }

    /// `spans` are usual days to choose; `hidden` is what else of the question stays.
    public record Filter(
            String from,
            String to,
            String search,
            List<Choice> types,
            List<Choice> organizations,
            List<Choice> orders,
            List<Link> spans,
            List<Link> views) {
        public Filter {
            types = List.copyOf(types);
            organizations = List.copyOf(organizations);
            orders = List.copyOf(orders);
            spans = List.copyOf(spans);
            views = List.copyOf(views);
        }
    }

    public record Link(String name, String address, boolean chosen) {}

    /// One organisation, activity or member.
    public record Row(
            String day,
            String name,
            String note,
            String address,
            Figure activities,
            Figure due,
            Figure present,
            String rate,
            Figure late,
            Figure leave,
            Figure unsigned,
            Figure absent,
            Figure awaited) {}

    public record Figure(int count, String address) {}

    /// The people behind a figure.
    public record Lines(
            String title,
            String figure,
            boolean full,
            String namesAddress,
            String back,
            ListQuestion asked,
            List<Choice> orders,
            int found,
            List<Line> rows,
            ListQuestion.Pages pages) {
        public Lines {
            orders = List.copyOf(orders);
            rows = List.copyOf(rows);
        }
    }

    public record Line(
            String day,
            String activity,
            String activityAddress,
            String member,
            String memberAddress,
            String roll,
            String state) {}

    /// A member over the days, wherever they belonged.
    public record One(
            String name,
            boolean full,
            String namesAddress,
            Filter filter,
            List<String> memberships,
            Row total,
            List<Row> months,
            List<Line> lines,
            ListQuestion.Pages pages) {
        public One {
            memberships = List.copyOf(memberships);
            months = List.copyOf(months);
            lines = List.copyOf(lines);
        }
    }

    public record Absences(
            String asOf, int found, String search, List<Choice> orders, List<Absence> rows, ListQuestion.Pages pages) {
        public Absences {
            orders = List.copyOf(orders);
            rows = List.copyOf(rows);
        }
    }

    public record Absence(
            String level, String levelName, String member, String address, String branch, String since, int missed) {}
}
