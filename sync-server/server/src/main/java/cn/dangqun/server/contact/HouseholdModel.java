package cn.dangqun.server.contact;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What the pages of paired households show, word by word.
public final class HouseholdModel {
    private HouseholdModel() {}

    /// `gap` says how many people of the staff have none; empty when all have.
    public record Households(
            String search,
            List<Choice> states,
            List<Choice> orders,
            boolean filtered,
            String gap,
            List<Row> rows,
            Pages pages) {
        public Households {
            states = List.copyOf(states);
            orders = List.copyOf(orders);
            rows = List.copyOf(rows);
        }
    }

    /// `address` is empty for somebody who has no household. `mark` is OPEN, OVERDUE, CLOSED or LACKING, for style.
    public record Row(
            String address,
            String helper,
            String organization,
            String since,
            String visited,
            int visits,
            String mark,
            String state) {}

    public record New(
            List<String> problems,
            List<Choice> organizations,
            List<Choice> helpers,
            String since,
            String today,
            String name,
            String phone,
            String address,
            String words) {
        public New {
            problems = List.copyOf(problems);
            organizations = List.copyOf(organizations);
            helpers = List.copyOf(helpers);
        }
    }

    /// `sealed` says why nothing is read; `open` is where it is opened, empty for who may not.
    public record One(
            String id,
            Row row,
            String sealed,
            String open,
            List<ContactModel.Line> opened,
            String words,
            List<Visited> visits,
            boolean keeps,
            List<Choice> helpers,
            String ended,
            List<String> problems,
            String typedDay,
            String typedWords,
            String today) {
        public One {
            opened = List.copyOf(opened);
            visits = List.copyOf(visits);
            helpers = List.copyOf(helpers);
            problems = List.copyOf(problems);
        }
    }

    public record Visited(String day, String address, String words) {}

    /// 民情日记: what one person heard, did and saw, by days.
    public record Diary(
            String who,
            String span,
            String from,
            String to,
            List<Entry> entries,
            String search,
            List<Choice> orders,
            Pages pages) {
        public Diary {
            entries = List.copyOf(entries);
            orders = List.copyOf(orders);
        }
    }

    public record Entry(String day, String kind, String address, String service, String words, String outcome) {}
}
