package cn.dangqun.server.minutes;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.server.attendance.AttendanceWords;
import cn.dangqun.server.attendance.RollFigures.Figures;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Puts minutes and tasks into words. Names are in full: each look is recorded.
record MinutesPage(Texts texts, Times times) {
    private static final List<String> STATES = List.of("", "overdue", "done", "all");

    /// What is known of a session when its minutes are shown.
    record Known(
            Activity activity,
            String organization,
            Optional<Figures> figures,
            List<Minutes.Version> versions,
            List<Minutes.Scan> scans,
            List<Minutes.Task> tasks,
            boolean reviewed) {
        Optional<Minutes.Version> last() {
            return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
        }
    }

    static String address(Activity activity) {
        return "/activities/" + activity.id() + "/minutes";
    }

    /// `fields` is what somebody typed, or what stands.
    MinutesModel write(
            Known known, MinutesModel.Fields fields, Optional<Minutes.Version> shown, List<String> problems) {
        var activity = known.activity;
        var address = address(activity);
        return new MinutesModel(
                activity.id().value(),
                activity.title(),
                new AttendanceWords(texts).type(activity.type()),
                known.organization,
                texts.get(
                        "minutes.page.when",
                        times.day(activity.heldOn()),
                        times.time(activity.starts()),
                        times.time(activity.ends())),
                activity.place(),
                known.figures.stream().flatMap(this::figures).toList(),
                known.figures.stream()
                        .filter(Figures::complete)
                        .flatMap(each -> each.missing().stream())
                        .map(each -> texts.get("minutes.page.missing", each.name(), each.why()))
                        .toList(),
                known.figures.filter(each -> !each.complete()).isPresent(),
                fields,
                known.last().map(Minutes.Version::number).orElse(0),
                known.last().map(this::saved).orElse(""),
                shown.filter(each -> !Optional.of(each).equals(known.last()))
                        .map(this::saved)
                        .orElse(""),
                known.versions.reversed().stream()
                        .map(each -> new MinutesModel.Version(address + "?version=" + each.number(), saved(each)))
                        .toList(),
                known.scans.stream()
                        .map(each -> new MinutesModel.Scan(
                                address + "/pages/" + each.number(),
                                texts.get(
                                        "minutes.page.scan",
                                        each.number(),
                                        times.when(each.addedAt()),
                                        each.addedBy())))
                        .toList(),
                known.tasks.stream().map(this::task).toList(),
                times.today().toString(),
                known.reviewed,
                problems);
    }

    private Stream<String> figures(Figures figures) {
        return Stream.of(
                texts.get("minutes.page.due", figures.due()),
                texts.get("minutes.page.present", figures.present()),
                figures.complete()
                        ? texts.get("minutes.page.absent", figures.missing().size())
                        : texts.get("minutes.page.absentUnknown"));
    }

    private String saved(Minutes.Version version) {
        return texts.get("minutes.page.saved", version.number(), times.when(version.savedAt()), version.savedBy());
    }

    /// What stands, or an empty form with a chair who is known already.
    MinutesModel.Fields fields(Optional<Minutes.Version> version, String chair) {
        return version.map(Minutes.Version::text)
                .map(text -> new MinutesModel.Fields(
                        text.chair(),
                        text.recorder(),
                        text.topic(),
                        text.points(),
                        text.dissent().isEmpty() ? "NONE" : "SOME",
                        text.dissent().orElse(""),
                        text.resolutions()))
                .orElseGet(() -> new MinutesModel.Fields(chair, "", "", "", "", "", ""));
    }

    private MinutesModel.Task task(Minutes.Task task) {
        var state = task.done().isPresent() ? "done" : task.isOverdue(times.today()) ? "overdue" : "open";
        return new MinutesModel.Task(
                task.id(),
                task.content(),
                task.owner(),
                times.day(task.due()),
                state,
                stateName(state),
                task.done()
                        .map(each -> texts.get("minutes.task.doneBy", times.day(each.on()), each.by(), each.outcome()))
                        .orElse(""),
                task.activityTitle(),
                "/activities/" + task.activity() + "/minutes",
                task.organizationName());
    }

    private String stateName(String state) {
        return switch (state) {
            case "done" -> texts.get("minutes.task.done");
            case "overdue" -> texts.get("minutes.task.overdue");
            default -> texts.get("minutes.task.open");
        };
    }

    MinutesModel.Tasks tasks(List<Minutes.Task> tasks, ListQuestion question, int found) {
        return new MinutesModel.Tasks(
                tasks.stream().map(this::task).toList(),
                question.filter("search"),
                STATES.stream()
                        .map(each -> new Choice(each, choice(each), each.equals(question.filter("state"))))
                        .toList(),
                Choice.choosing(
                        List.of(
                                new Choice("", texts.get("web.order.due"), false),
                                new Choice(TaskStore.BY_ORGANIZATION, texts.get("web.order.tree"), false),
                                new Choice(TaskStore.NEWEST, texts.get("web.order.newest"), false)),
                        question.filter(ListQuestion.ORDER)),
                question.pages(texts, MinutesRoutes.TASKS, found, TaskStore.PER_PAGE));
    }

    private String choice(String state) {
        return switch (state) {
            case "done" -> texts.get("minutes.task.done");
            case "overdue" -> texts.get("minutes.task.overdue");
            case "all" -> texts.get("minutes.task.all");
            default -> texts.get("minutes.task.open");
        };
    }
}
