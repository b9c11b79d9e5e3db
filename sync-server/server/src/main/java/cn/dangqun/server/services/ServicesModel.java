package cn.dangqun.server.services;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What the list of services shows.
public record ServicesModel(
        String search,
        boolean filtered,
        List<Choice> categories,
        List<Choice> orders,
        boolean mayBringSamples,
        List<Row> rows,
        Pages pages) {
    public ServicesModel {
        categories = List.copyOf(categories);
        orders = List.copyOf(orders);
        rows = List.copyOf(rows);
    }

    /// `address` is empty where the viewer may not change it.
    public record Row(
            String address,
            String name,
            boolean sample,
            String category,
            String organization,
            String letter,
            String hours,
            String limit,
            int cap) {}

    /// The form of one service; `id` is empty for a new one.
    public record One(
            String id,
            boolean sample,
            List<String> problems,
            String name,
            List<Choice> categories,
            List<Choice> organizations,
            List<Choice> audiences,
            String price,
            String materials,
            String steps,
            String limit,
            String letter,
            String cap,
            String usual,
            List<Shift> shifts) {
        public One {
            problems = List.copyOf(problems);
            categories = List.copyOf(categories);
            organizations = List.copyOf(organizations);
            audiences = List.copyOf(audiences);
            shifts = List.copyOf(shifts);
        }
    }

    /// A line of opening hours as it stands in the form.
    public record Shift(int number, List<Choice> days, String from, String to) {
        public Shift {
            days = List.copyOf(days);
        }
    }
}
