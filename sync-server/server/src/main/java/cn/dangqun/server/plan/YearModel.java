package cn.dangqun.server.plan;

import cn.dangqun.server.web.Choice;
import java.util.List;

/// A year's plan as it is proposed: nothing of it stands until somebody ticks it. `profile` is by which rules, empty
/// when last year is copied.
public record YearModel(
        int year,
        String organization,
        List<Choice> organizations,
        boolean copied,
        String profile,
        String place,
        List<Proposed> rows,
        List<String> problems) {
    public YearModel {
        organizations = List.copyOf(organizations);
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /// `key` is the type and the organisation; `due` says until when, or that it is that very day.
    public record Proposed(
            String key,
            boolean ticked,
            String what,
            String organization,
            String due,
            String day,
            String starts,
            String ends,
            String title,
            String place) {}
}
