package cn.dangqun.server.organizations;

import cn.dangqun.server.web.Choice;
import java.util.List;

/// What the page of one organisation shows. `form` is as typed when something was wrong with it.
public record OrganizationModel(
        String id,
        String name,
        String above,
        String level,
        int full,
        int probationary,
        int others,
        List<String> advice,
        List<Below> below,
        List<Seat> seats,
        boolean mayKeep,
        boolean maySeeMembers,
        boolean mayHoldMore,
        boolean isBranch,
        List<String> problems,
        Typed form) {
    public OrganizationModel {
        advice = List.copyOf(advice);
        below = List.copyOf(below);
        seats = List.copyOf(seats);
        problems = List.copyOf(problems);
    }

    public record Below(String id, String name, String level) {}

    public record Seat(
            String id, String holder, String member, String post, String since, boolean ended, String note) {}

    /// The fields of the form; `levels` is empty where the level is settled, `parents` where the place is.
    public record Typed(
            String name,
            List<Choice> levels,
            List<Choice> parents,
            List<Choice> classes,
            List<Choice> kinds,
            String gridUnit,
            String termEnd) {
        public Typed {
            levels = List.copyOf(levels);
            parents = List.copyOf(parents);
            classes = List.copyOf(classes);
            kinds = List.copyOf(kinds);
        }
    }
}
