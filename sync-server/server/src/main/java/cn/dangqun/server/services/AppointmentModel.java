package cn.dangqun.server.services;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What the page of the timetable of appointments shows. `said` is what was done last, or empty.
public record AppointmentModel(
        List<Choice> sites,
        boolean past,
        String search,
        List<Choice> orders,
        boolean filtered,
        boolean mayKeep,
        List<String> problems,
        String said,
        Typed typed,
        List<Row> rows,
        Pages pages) {
    public AppointmentModel {
        sites = List.copyOf(sites);
        orders = List.copyOf(orders);
        problems = List.copyOf(problems);
        rows = List.copyOf(rows);
    }

    /// The form as it was typed. `sites` are those with windows; without one there is nothing to enter.
    public record Typed(
            List<Choice> sites,
            List<Choice> services,
            String day,
            String until,
            String opens,
            String closes,
            String minutes,
            String places,
            String host) {
        public Typed {
            sites = List.copyOf(sites);
            services = List.copyOf(services);
        }
    }

    /// `calledOff` is empty where it takes place. `own`: the viewer may change it; `removable`: nobody has
    /// made an appointment.
    public record Row(
            String id,
            String site,
            String day,
            String time,
            String service,
            String host,
            String where,
            String places,
            int made,
            int came,
            String calledOff,
            boolean own,
            boolean removable) {}
}
