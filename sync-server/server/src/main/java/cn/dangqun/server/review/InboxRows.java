package cn.dangqun.server.review;

import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.ReviewItem.Answer;
import cn.dangqun.domain.fact.ReviewItem.Kind;
import cn.dangqun.server.attendance.NamedGuests;
import cn.dangqun.server.attendance.RollDifferences;
import cn.dangqun.server.review.InboxModel.Column;
import cn.dangqun.server.review.InboxModel.Row;
import cn.dangqun.server.review.InboxQuestion.State;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Scope;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Reads one page of the inbox, item by item with its evidence. Call it inside one read transaction.
record InboxRows(Texts texts, Times times, RollDifferences rolls) {
    /// How many there are, and those of the page.
    record Found(int many, List<Row> rows) {
        Found {
            rows = List.copyOf(rows);
        }
    }

    /// Whether names are shown in full, and whether the viewer may see them so.
    record Names(boolean inFull, boolean maySee) {}

    Found read(Handle handle, Scope scope, InboxQuestion question, Names names) {
        if (question.kind().filter(Kind.ROSTER::equals).isPresent() && question.state() != State.DECIDED) {
            return changedRolls(handle, scope, question, names.inFull);
        }
        if (question.kind().filter(Kind.ACTIVITY::equals).isPresent() && question.state() != State.DECIDED) {
            return activities(handle, scope, question, names.inFull);
        }
        var reader = new InboxReader(handle, scope, times.now());
        int many = reader.count(question);
        var within = new InboxQuestion(question.list().within(many, InboxReader.PER_PAGE));
        var cases = new CaseReader(handle);
        var rows = new ArrayList<Row>();
        for (var waiting : reader.page(within)) {
            var about = cases.read(waiting);
            var besides = waiting.item().kind() == Kind.GUEST
                    ? guest(cases, waiting.item(), names)
                    : parked(handle, waiting.item(), names.inFull);
            rows.add(new InboxPage(texts, times).row(rows.size(), about, Optional.empty(), besides, names.inFull));
        }
        return new Found(many, rows);
    }

    /// What branches held in a month, with what speaks for and against it.
    private Found activities(Handle handle, Scope scope, InboxQuestion question, boolean fullNames) {
        var month = question.month().orElse(YearMonth.from(times.today()));
        var reader = new ReviewedReader(handle, times.now());
        var asked = reader.asked(scope, question, month);
        int many = reader.count(asked);
        var list = question.list().within(many, InboxReader.PER_PAGE);
        var cases = new CaseReader(handle);
        var held = reader.page(asked, list.page());
        var open = reader.openItems(held.stream().map(Waiting::item).toList());
        var rows = new ArrayList<Row>();
        for (var waiting : held) {
            var about = cases.read(waiting);
            var evidence = new HeldEvidence(texts, reader)
                    .columns(waiting.item(), open.getOrDefault(about.about().activity(), 0));
            rows.add(new InboxPage(texts, times).row(rows.size(), about, Optional.empty(), evidence, fullNames));
        }
        return new Found(many, rows);
    }

    /// As what they came, who registered them, what they wrote, and whom they were found to be.
    private List<Column> guest(CaseReader cases, ReviewItem item, Names names) {
        var lines = new ArrayList<String>();
        var found = new NamedGuests(cases.handle(), texts, names.maySee)
                .find(item.activity().orElseThrow(), item.fact().orElseThrow());
        found.ifPresent(each -> lines.add(each.kind()));
        found.map(NamedGuests.Named::handled).filter(each -> !each.isEmpty()).ifPresent(lines::add);
        cases.recognised(item)
                .map(new Evidence(texts, times, names.inFull)::recognised)
                .ifPresent(lines::add);
        return List.of(new Column(
                texts.get("attendance.sheet.guests"),
                lines,
                found.map(NamedGuests.Named::hands).orElse(List.of())));
    }

    /// The words of a record that was set aside.
    private List<Column> parked(Handle handle, ReviewItem item, boolean fullNames) {
        if (item.kind() != Kind.PARKED) {
            return List.of();
        }
        var reader = new SetAsideReader(handle, Scope.wholeStreet());
        return reader.find(item.fact().orElseThrow()).stream()
                .map(aside -> new ReviewPage(texts, times)
                        .row(aside, new RecordWords(texts, reader, fullNames), false, false))
                .flatMap(row -> List.of(
                        new Column(
                                texts.get("review.evidence.records"),
                                List.of(row.what(), row.kiosk() + " " + row.number())),
                        new Column(texts.get("review.column.why"), List.of(row.why())))
                        .stream())
                .toList();
    }

    /// Compared with the roster month by month; what was decided is left out.
    private Found changedRolls(Handle handle, Scope scope, InboxQuestion question, boolean fullNames) {
        var month = question.month().orElse(YearMonth.from(times.today()));
        var cases = new CaseReader(handle);
        var decided = decided(handle, month);
        Predicate<Answer> asked =
                question.state() == State.RETURNED ? Answer.RETURNED::equals : Answer.REOPENED::equals;
        var open = rolls.of(handle, scope, month).stream()
                .filter(each -> asked.test(decided.getOrDefault(each.item().key(), Answer.REOPENED)))
                .toList();
        var list = question.list().within(open.size(), InboxReader.PER_PAGE);
        var rows = new ArrayList<Row>();
        open.stream()
                .skip((list.page() - 1L) * InboxReader.PER_PAGE)
                .limit(InboxReader.PER_PAGE)
                .forEach(each -> {
                    var waiting = new Waiting(each.item(), "", each.starts(), cases.decided(each.item()));
                    rows.add(new InboxPage(texts, times)
                            .row(rows.size(), cases.read(waiting), Optional.of(each.what()), List.of(), fullNames));
                });
        return new Found(open.size(), rows);
    }

    private static Map<String, Answer> decided(Handle handle, YearMonth month) {
        return handle
                .createQuery("SELECT d.item, d.answer FROM activity a JOIN review_decision d ON d.street = 1"
                        + " AND d.activity = a.id AND d.kind = 'ROSTER'"
                        + " WHERE a.street = 1 AND a.held_on BETWEEN ? AND ?")
                .bind(0, month.atDay(1).toString())
                .bind(1, month.atEndOfMonth().toString())
                .map((row, ignored) -> Map.entry(row.getString("item"), Answer.valueOf(row.getString("answer"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
