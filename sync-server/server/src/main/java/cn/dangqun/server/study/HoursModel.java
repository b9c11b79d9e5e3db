package cn.dangqun.server.study;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;

/// What the lists of 学时 show, word by word. Addresses are empty where there is nothing behind.
public record HoursModel(
        String title,
        String asOf,
        Filter filter,
        int found,
        List<Row> rows,
        Row total,
        List<Person> people,
        List<Link> unfixed,
        int unfixedCount,
        String exportAddress,
        String exportNamesAddress,
        String namesAddress,
        boolean full,
        ListQuestion.Pages pages) {
    public HoursModel {
        rows = List.copyOf(rows);
        people = List.copyOf(people);
        unfixed = List.copyOf(unfixed);
    }

    /// `views` are the year's other lists, `days` today and the checkpoint.
    public record Filter(
            int year,
            String at,
            String by,
            String search,
            String order,
            List<Choice> organizations,
            List<Choice> states,
            List<Link> views,
            List<Link> days,
            List<Link> years) {
        public Filter {
            organizations = List.copyOf(organizations);
            states = List.copyOf(states);
            views = List.copyOf(views);
            days = List.copyOf(days);
            years = List.copyOf(years);
        }
    }

    public record Link(String name, String address, boolean chosen) {}

    /// Of an organisation. `members` and `behind` lead to the people.
    public record Row(
            String name,
            String above,
            String address,
            int members,
            int studied,
            String studiedRate,
            int reached,
            String reachedRate,
            int behind,
            String behindAddress,
            int awaited,
            int exempt) {}

    /// One member; `amounts` are in the unit of the rules that they go by.
    public record Person(
            String name,
            String address,
            String branch,
            String roles,
            String credited,
            String required,
            String missing,
            String trainings,
            String state,
            String stateName) {}

    /// One member's year.
    public record One(
            String id,
            String name,
            boolean full,
            String namesAddress,
            String back,
            int year,
            List<Link> years,
            List<Link> days,
            String asOf,
            String branch,
            String roles,
            String state,
            String stateName,
            List<String> sentences,
            List<String> basis,
            List<Line> lines,
            List<Missed> missed,
            List<Note> notes,
            boolean mayRecord,
            String today,
            String problem) {
        public One {
            years = List.copyOf(years);
            days = List.copyOf(days);
            sentences = List.copyOf(sentences);
            basis = List.copyOf(basis);
            lines = List.copyOf(lines);
            missed = List.copyOf(missed);
            notes = List.copyOf(notes);
        }
    }

    /// An activity that counts, with the sum so far.
    public record Line(String day, String title, String address, String type, String how, String amount, String sum) {}

    /// An activity that does not count; `value` is empty where it cannot be made up for.
    public record Missed(String day, String title, String address, String how, String amount, String value) {}

    /// What the street noted; `undo` is empty when it cannot be taken back by the viewer.
    public record Note(String kind, String day, String words, String by, String undone, String undo) {}
}
