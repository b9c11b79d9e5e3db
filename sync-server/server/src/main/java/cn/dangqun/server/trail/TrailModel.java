package cn.dangqun.server.trail;

import java.util.List;

/// What the page of deeds shows, word by word. Addresses are empty where there is nothing to go to.
public record TrailModel(
        Filter filter, String found, String pages, String previous, String next, boolean filtered, List<Row> rows) {
    public TrailModel {
        rows = List.copyOf(rows);
    }

    public record Filter(List<Choice> people, List<Choice> actions, String subject, String day, boolean oldestFirst) {
        public Filter {
            people = List.copyOf(people);
            actions = List.copyOf(actions);
        }
    }

    public record Choice(String id, String name, boolean chosen) {}

    /// `failed` is for style.
    public record Row(
            String day,
            String time,
            String person,
            String name,
            String what,
            boolean failed,
            String subject,
            String place) {}
}
