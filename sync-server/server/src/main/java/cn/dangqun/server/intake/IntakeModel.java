package cn.dangqun.server.intake;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What the page of one roster from a file shows. `moving`: it goes on by itself, and the page asks again. Without
/// `fullNames`, names are masked.
public record IntakeModel(
        String id,
        String file,
        String state,
        String stateName,
        boolean moving,
        String progress,
        int percent,
        String fault,
        List<String> notes,
        List<Tab> tabs,
        List<Row> rows,
        Pages pages,
        boolean ready,
        int toApply,
        boolean hasProblems,
        boolean mayCancel,
        String today,
        String namesAddress,
        boolean fullNames,
        String problem) {
    public IntakeModel {
        notes = List.copyOf(notes);
        tabs = List.copyOf(tabs);
        rows = List.copyOf(rows);
    }

    public record Tab(String id, String name, int rows, String address, boolean chosen) {}

    public record Row(int number, String name, String member, String words, boolean applied) {
        @Override
        public String toString() {
            return "Row[" + number + "]";
        }
    }

    /// The list of all, and the form for another.
    public record Listed(
            String search,
            List<Choice> orders,
            boolean filtered,
            List<Line> lines,
            Pages pages,
            List<Choice> branches,
            List<Choice> statuses,
            String problem,
            long mostBytes) {
        public Listed {
            orders = List.copyOf(orders);
            lines = List.copyOf(lines);
            branches = List.copyOf(branches);
            statuses = List.copyOf(statuses);
        }
    }

    public record Line(String id, String file, String when, String login, String state, String stateName, int rows) {}
}
