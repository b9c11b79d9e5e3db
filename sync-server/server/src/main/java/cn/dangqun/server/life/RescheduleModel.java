package cn.dangqun.server.life;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What pages show of days that are moved, word by word.
public record RescheduleModel(
        List<String> problems,
        String search,
        List<Choice> states,
        List<Choice> orders,
        boolean filtered,
        List<Row> rows,
        Pages pages) {
    public RescheduleModel {
        problems = List.copyOf(problems);
        states = List.copyOf(states);
        orders = List.copyOf(orders);
        rows = List.copyOf(rows);
    }

    /// `state` is WAITING, GRANTED or REFUSED, for style. `decision` is where it is answered, empty for who may not;
    /// `note` says why nobody may.
    public record Row(
            String id,
            String organization,
            String what,
            String address,
            String days,
            String reason,
            String asked,
            String state,
            String stateName,
            String answered,
            String decision,
            String note) {}

    /// On the page of one duty of one period. `action` is where it is asked for, empty where it cannot be;
    /// `from` and `to` are the days between which the new one lies.
    public record Asking(
            List<String> problems, List<Row> asked, String holiday, String action, String day, String from, String to) {
        public Asking {
            problems = List.copyOf(problems);
            asked = List.copyOf(asked);
        }

        /// Whether there is nothing to say of it.
        public boolean isEmpty() {
            return asked.isEmpty() && action.isEmpty() && holiday.isEmpty();
        }
    }
}
