package cn.dangqun.server.rota;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What the list of centres and who is on duty there shows.
public record RotaModel(String search, List<Choice> orders, boolean filtered, List<Row> rows, Pages pages) {
    public RotaModel {
        orders = List.copyOf(orders);
        rows = List.copyOf(rows);
    }

    public record Row(String site, String name, String organization, String now, boolean blank) {}

    /// The rota of one centre: the days to come, and the turns they are made of.
    public record One(
            String site,
            String name,
            List<String> problems,
            List<Day> days,
            List<Turn> weekly,
            List<Turn> dated,
            Typed typed) {
        public One {
            problems = List.copyOf(problems);
            days = List.copyOf(days);
            weekly = List.copyOf(weekly);
            dated = List.copyOf(dated);
        }
    }

    /// `note` says why nobody is there.
    public record Day(String date, String day, String turns, String note) {}

    /// `key` and `staff` say which one is meant.
    public record Turn(String key, String staff, String name, String when, String hours) {}

    public record Typed(List<Choice> staff, List<Choice> days, String day, String from, String to) {
        public Typed {
            staff = List.copyOf(staff);
            days = List.copyOf(days);
        }
    }
}
