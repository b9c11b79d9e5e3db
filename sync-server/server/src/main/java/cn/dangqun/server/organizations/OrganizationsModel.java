package cn.dangqun.server.organizations;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What the list of organisations shows. `mayBegin`: there is no street yet and the viewer may name it.
public record OrganizationsModel(
        boolean none,
        boolean mayBegin,
        String search,
        List<Choice> levels,
        List<Choice> orders,
        List<Row> rows,
        Pages pages) {
    public OrganizationsModel {
        levels = List.copyOf(levels);
        orders = List.copyOf(orders);
        rows = List.copyOf(rows);
    }

    /// `indent` in steps of the tree; 0 when the list is filtered, or in another order.
    public record Row(
            String id, int indent, String name, String level, String above, int full, int probationary, int others) {}
}
