package cn.dangqun.server.contact;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What the pages of requests and visits show, word by word.
public final class ContactModel {
    private ContactModel() {}

    /// `filed` is empty where the viewer enters nothing.
    public record Requests(
            String search,
            List<Choice> states,
            List<Choice> kinds,
            List<Choice> years,
            List<Choice> orders,
            boolean filtered,
            String overdue,
            String filed,
            List<Row> rows,
            Pages pages) {
        public Requests {
            states = List.copyOf(states);
            kinds = List.copyOf(kinds);
            years = List.copyOf(years);
            orders = List.copyOf(orders);
            rows = List.copyOf(rows);
        }
    }

    /// `mark` is OPEN, OVERDUE or CLOSED, for style; its words say the same. `offered` and `street` are
    /// sentences, or empty.
    public record Row(
            String id,
            String number,
            String address,
            String kind,
            String service,
            String organization,
            String day,
            String answers,
            String offered,
            String stage,
            String mark,
            String due,
            String street) {}

    /// One request; `book` is where 联系服务群众记录簿 has it. `opened` are lines of a name and a value; empty while it
    /// is sealed. `open` is where it is opened, empty for who may not.
    public record One(
            Row row,
            String book,
            String responder,
            String filed,
            String closed,
            String stars,
            String sealed,
            String open,
            List<Line> opened,
            String words,
            List<Step> steps,
            List<Choice> acts,
            List<Choice> handlers,
            List<String> problems,
            Typed typed,
            String today) {
        public One {
            opened = List.copyOf(opened);
            steps = List.copyOf(steps);
            acts = List.copyOf(acts);
            handlers = List.copyOf(handlers);
            problems = List.copyOf(problems);
        }
    }

    public record Line(String name, String value) {}

    /// What was typed into a form that was refused.
    public record Typed(String words, String due) {}

    public record Step(String when, String who, String what, String words, boolean late) {}

    public record New(
            List<String> problems,
            List<Choice> kinds,
            List<Choice> organizations,
            List<Choice> services,
            List<Choice> responders,
            String day,
            String today,
            String due,
            String name,
            String phone,
            String address,
            String words,
            String answer) {
        public New {
            problems = List.copyOf(problems);
            kinds = List.copyOf(kinds);
            organizations = List.copyOf(organizations);
            services = List.copyOf(services);
            responders = List.copyOf(responders);
        }
    }

    /// What people said of how they were served, by centre and month.
    public record Satisfaction(List<Choice> years, List<RatedMonth> months, Pages pages) {
        public Satisfaction {
            years = List.copyOf(years);
            months = List.copyOf(months);
        }
    }

    public record RatedMonth(String month, String organization, int rated, int satisfied, int unhappy, String share) {}

    /// What was forgotten, month by month.
    public record Purged(List<PurgedMonth> months, String waiting, Pages pages) {
        public Purged {
            months = List.copyOf(months);
        }
    }

    public record PurgedMonth(String month, int requests) {}
}
