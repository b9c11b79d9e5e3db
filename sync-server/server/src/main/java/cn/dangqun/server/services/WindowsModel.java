package cn.dangqun.server.services;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What the list of centres and their windows shows.
public record WindowsModel(String search, List<Choice> orders, boolean filtered, List<Row> rows, Pages pages) {
    public WindowsModel {
        orders = List.copyOf(orders);
        rows = List.copyOf(rows);
    }

    public record Row(String address, String name, String organization, String windows, boolean open) {}

    /// The windows of one centre as a form; `open`: it gives out numbers.
    public record One(
            String site,
            String name,
            boolean open,
            boolean offersNothing,
            List<String> problems,
            List<Desk> desks,
            String maxCalls,
            String reinsertAfter,
            String preferredInARow) {
        public One {
            problems = List.copyOf(problems);
            desks = List.copyOf(desks);
        }
    }

    /// One window; no service chosen means all of them.
    public record Desk(int line, String number, String name, List<Choice> services) {
        public Desk {
            services = List.copyOf(services);
        }
    }
}
