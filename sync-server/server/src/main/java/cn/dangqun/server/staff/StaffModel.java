package cn.dangqun.server.staff;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;
import java.util.Optional;

/// What the list of people on duty shows.
public record StaffModel(
        String search, List<Choice> orders, boolean filtered, boolean mayKeep, List<Row> rows, Pages pages) {
    public StaffModel {
        orders = List.copyOf(orders);
        rows = List.copyOf(rows);
    }

    public record Row(String id, String name, String duty, String role, String community, String standing) {
        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    /// The form of one person; `id` is empty for a new one, `code` when none was drawn just now; `consent` says since
    /// when a photo hangs, and is empty when none does; `mostBytes` of a file that may be brought.
    public record One(
            String id,
            String name,
            String duty,
            List<Choice> roles,
            List<Choice> communities,
            List<String> problems,
            String code,
            Optional<String> consent,
            long mostBytes) {
        public One {
            roles = List.copyOf(roles);
            communities = List.copyOf(communities);
            problems = List.copyOf(problems);
        }

        @Override
        public String toString() {
            return "One[" + id + "]";
        }
    }
}
