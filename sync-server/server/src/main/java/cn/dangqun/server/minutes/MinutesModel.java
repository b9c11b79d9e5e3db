package cn.dangqun.server.minutes;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;

/// What the page of one session's minutes shows. `version` is the one that stands, 0 before the first; `former` says
/// which earlier one is shown instead, and is empty otherwise.
public record MinutesModel(
        String id,
        String title,
        String type,
        String organization,
        String when,
        String place,
        List<String> figures,
        List<String> missing,
        boolean incomplete,
        Fields fields,
        int version,
        String saved,
        String former,
        List<Version> versions,
        List<Scan> scans,
        List<Task> tasks,
        String today,
        boolean reviewed,
        List<String> problems) {
    public MinutesModel {
        figures = List.copyOf(figures);
        missing = List.copyOf(missing);
        versions = List.copyOf(versions);
        scans = List.copyOf(scans);
        tasks = List.copyOf(tasks);
        problems = List.copyOf(problems);
    }

    /// `dissent` is `NONE`, `SOME` or empty, when nobody has said.
    public record Fields(
            String chair,
            String recorder,
            String topic,
            String points,
            String dissent,
            String dissentWords,
            String resolutions) {
        @Override
        public String toString() {
            return "Fields";
        }
    }

    public record Version(String address, String words) {}

    public record Scan(String address, String words) {}

    /// `state` is `open`, `overdue` or `done`, in words in `stateName`.
    public record Task(
            String id,
            String content,
            String owner,
            String due,
            String state,
            String stateName,
            String outcome,
            String activity,
            String activityAddress,
            String organization) {
        @Override
        public String toString() {
            return "Task[" + id + "]";
        }
    }

    public record Tasks(
            List<Task> tasks, String search, List<Choice> states, List<Choice> orders, ListQuestion.Pages pages) {
        public Tasks {
            orders = List.copyOf(orders);
            tasks = List.copyOf(tasks);
            states = List.copyOf(states);
        }
    }
}
