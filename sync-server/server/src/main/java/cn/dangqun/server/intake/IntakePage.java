package cn.dangqun.server.intake;

import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.server.intake.IntakeModel.Line;
import cn.dangqun.server.intake.IntakeModel.Row;
import cn.dangqun.server.intake.IntakeModel.Tab;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.ListQuestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Puts rosters from files into words.
record IntakePage(IntakeWords words, Times times) {
    static final int PER_PAGE = 50;

    private Texts texts() {
        return words.texts();
    }

    Line line(Intake intake) {
        return new Line(
                intake.id(),
                intake.file(),
                times.date(intake.begun()) + " " + times.time(intake.begun()),
                intake.login(),
                intake.state().name(),
                words.state(intake.state()),
                intake.rows());
    }

    IntakeModel write(Handle handle, Intake intake, ListQuestion question, String problem) {
        var store = new IntakeStore(handle);
        var counts = store.counts(intake.id());
        var chosen = chosen(question, counts);
        int found = counts.getOrDefault(chosen, 0);
        var asked = question.with("outcome", chosen.name()).within(found, PER_PAGE);
        boolean full = question.filter("names").equals("full");
        var path = IntakeRoutes.address(intake.id());
        int toApply = Arrays.stream(IntakeOutcome.values())
                .filter(IntakeOutcome::isApplied)
                .mapToInt(each -> counts.getOrDefault(each, 0))
                .sum();
        return new IntakeModel(
                intake.id(),
                intake.file(),
                intake.state().name(),
                words.state(intake.state()),
                intake.state().isMoving(),
                progress(intake, toApply),
                percent(intake, toApply),
                intake.fault().map(words::fault).orElse(""),
                notes(intake),
                Arrays.stream(IntakeOutcome.values())
                        .map(each -> new Tab(
                                each.name(),
                                words.outcome(each),
                                counts.getOrDefault(each, 0),
                                question.with("outcome", each.name()).at(1).address(path),
                                each == chosen))
                        .toList(),
                store.rows(intake.id(), chosen, PER_PAGE, (asked.page() - 1) * PER_PAGE).stream()
                        .map(each -> row(each, full))
                        .toList(),
                asked.pages(texts(), path, found, PER_PAGE),
                intake.state() == IntakeState.READY,
                toApply,
                counts.getOrDefault(IntakeOutcome.WRONG, 0)
                                + counts.getOrDefault(IntakeOutcome.DOUBTFUL, 0)
                                + counts.getOrDefault(IntakeOutcome.DUPLICATE, 0)
                        > 0,
                intake.state() == IntakeState.READING || intake.state() == IntakeState.READY,
                times.today().toString(),
                question.with("names", full ? "" : "full").address(path),
                full,
                problem);
    }

    /// The first outcome that has rows, unless one is asked for.
    private static IntakeOutcome chosen(ListQuestion question, Map<IntakeOutcome, Integer> counts) {
        return Arrays.stream(IntakeOutcome.values())
                .filter(each -> each.name().equals(question.filter("outcome")))
                .findFirst()
                .or(() -> Arrays.stream(IntakeOutcome.values())
                        .filter(counts::containsKey)
                        .findFirst())
                .orElse(IntakeOutcome.NEW);
    }

    private Row row(IntakeRow row, boolean full) {
        var name = row.said().name().isEmpty()
                ? ""
                : shown(new PersonName(row.said().name()), full);
        return new Row(
                row.number(),
                name,
                row.member().map(MemberId::value).orElse(""),
                full ? row.words() : withoutNames(row.words()),
                row.applied());
    }

    /// A new name is said in full where it is kept; here it would show what is masked beside it.
    private String withoutNames(String words) {
        var and = texts().get("roster.history.and");
        var name = texts().get("roster.field.name") + "：";
        return Arrays.stream(words.split(and, -1))
                .map(each -> each.startsWith(name) ? texts().get("intake.row.otherName") : each)
                .collect(Collectors.joining(and));
    }

    private static String shown(PersonName name, boolean full) {
        return full ? name.full() : name.masked();
    }

    private String progress(Intake intake, int toApply) {
        return switch (intake.state()) {
            case READING ->
                intake.rows() == 0
                        ? texts().get("intake.progress.counting")
                        : texts().get("intake.progress.reading", intake.read(), intake.rows());
            case APPLYING -> texts().get("intake.progress.applying", intake.done(), toApply);
            case READY -> texts().get("intake.progress.ready", intake.rows());
            case DONE -> texts().get("intake.progress.done", intake.done());
            case CANCELLED -> texts().get("intake.progress.cancelled");
            case FAILED -> "";
        };
    }

    private static int percent(Intake intake, int toApply) {
        return switch (intake.state()) {
            case READING -> intake.rows() == 0 ? 0 : 100 * intake.read() / intake.rows();
            case APPLYING -> toApply == 0 ? 100 : 100 * intake.done() / toApply;
            case READY, DONE, CANCELLED, FAILED -> 100;
        };
    }

    private List<String> notes(Intake intake) {
        var notes = new ArrayList<String>();
        if (!intake.unknown().isEmpty()) {
            notes.add(texts().get("intake.note.unknown", intake.unknown()));
        }
        if (intake.passed() > 0) {
            notes.add(texts().get("intake.note.passed", intake.passed()));
        }
        return notes;
    }
}
