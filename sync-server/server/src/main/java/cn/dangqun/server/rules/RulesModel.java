package cn.dangqun.server.rules;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;
import java.util.Map;

/// What the page of an organisation's rules shows. `chosenBy` is empty where nobody chose a profile.
public record RulesModel(
        String id,
        String name,
        String profile,
        String chosenBy,
        List<Duty> duties,
        List<Due> soon,
        List<Line> history,
        Pages pages,
        boolean mayKeep,
        List<String> problems,
        Typed form) {
    public RulesModel {
        duties = List.copyOf(duties);
        soon = List.copyOf(soon);
        history = List.copyOf(history);
        problems = List.copyOf(problems);
    }

    /// `when` is the next day, or why there is none.
    public record Duty(String name, String often, String when, boolean applies) {}

    public record Due(String day, String name) {}

    public record Line(String since, String words, String reason, String login) {}

    public record Typed(
            List<Choice> profiles,
            List<Choice> committee,
            Map<String, String> params,
            String themeDay,
            String since,
            String reason) {
        public Typed {
            profiles = List.copyOf(profiles);
            committee = List.copyOf(committee);
            params = Map.copyOf(params);
        }

        /// As it is set, blank where it is not.
        public String param(String name) {
            return params.getOrDefault(name, "");
        }
    }
}
