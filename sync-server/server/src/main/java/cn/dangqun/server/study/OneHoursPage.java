package cn.dangqun.server.study;

import cn.dangqun.domain.explain.StudyExplanation;
import cn.dangqun.domain.fact.StreetFact.Study;
import cn.dangqun.domain.study.StudyAmount;
import cn.dangqun.domain.study.StudyAttendance;
import cn.dangqun.domain.study.StudyVerdict;
import cn.dangqun.server.attendance.AttendanceWords;
import cn.dangqun.server.study.HoursModel.Line;
import cn.dangqun.server.study.HoursModel.Missed;
import cn.dangqun.server.study.HoursModel.Note;
import cn.dangqun.server.study.HoursModel.One;
import cn.dangqun.server.text.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Writes one member's year: every activity behind the number, and the sentences that explain it.
record OneHoursPage(HoursPage lists, HoursWords words, AttendanceWords types, Times times, boolean mayRecord) {

    One write(Standing standing, List<StudyNote> notes, String branch, HoursAsking asking, String problem) {
        var day = asking.day();
        var path = HoursRoutes.address(standing.member());
        var sum = StudyAmount.NONE;
        var lines = new ArrayList<Line>();
        var missed = new ArrayList<Missed>();
        for (var entry : standing.entries()) {
            var amount = amount(standing, entry, day);
            if (entry.counts() && !amount.isNone()) {
                sum = sum.plus(amount);
                lines.add(line(entry, amount, sum));
            } else if (!entry.counts() && isOfTheYear(entry, day)) {
                missed.add(missed(entry));
            }
        }
        return new One(
                standing.member().value(),
                lists.full() ? standing.name().full() : standing.name().masked(),
                lists.full(),
                lists.mayFull()
                        ? asking.question()
                                .with("names", lists.full() ? "" : "full")
                                .address(path)
                        : "",
                asking.bare().with("organization", standing.branch().value()).address(HoursRoutes.MEMBERS),
                asking.year(),
                lists.years(asking, path),
                lists.days(asking, path),
                words.texts().get("study.list.asOf", times.day(day.belonging())),
                branch,
                words.roles(standing.roles()),
                standing.state().name(),
                words.state(standing.state()),
                sentences(standing),
                basis(standing),
                lines,
                missed,
                notes.stream()
                        .filter(each -> each.day().getYear() == asking.year())
                        .map(each -> note(each, standing))
                        .toList(),
                mayRecord,
                times.today().toString(),
                problem);
    }

    private static boolean isOfTheYear(Standing.Entry entry, StudySource.Day day) {
        return entry.studied().day().getYear() == day.year()
                && !entry.studied().day().isAfter(day.asOf());
    }

    /// In the unit of the rules; without rules as hours were fixed.
    private static StudyAmount amount(Standing standing, Standing.Entry entry, StudySource.Day day) {
        var on = entry.came()
                ? entry.studied().day()
                : entry.madeUp().map(StudyNote::day).orElse(entry.studied().day());
        if (on.isAfter(day.asOf())) {
            return StudyAmount.NONE;
        }
        return standing.verdict()
                .map(verdict -> entry.studied()
                        .credit(StudyAttendance.PRESENT, on)
                        .amountIn(day.year(), day.asOf(), verdict.rules()))
                .orElse(entry.studied().hours().orElse(StudyAmount.NONE));
    }

    private Line line(Standing.Entry entry, StudyAmount amount, StudyAmount sum) {
        var studied = entry.studied();
        return new Line(
                studied.day().toString(),
                studied.title(),
                "/activities/" + studied.id(),
                types.type(studied.type()),
                words.how(entry),
                amount.toString(),
                sum.toString());
    }

    private Missed missed(Standing.Entry entry) {
        var studied = entry.studied();
        return new Missed(
                studied.day().toString(),
                studied.title(),
                "/activities/" + studied.id(),
                words.how(entry),
                studied.hours().map(StudyAmount::toString).orElse(""),
                entry.isAwaited() ? "" : studied.id().value());
    }

    /// Why the number is what it is; 待上传 is told first.
    private List<String> sentences(Standing standing) {
        var sentences = new ArrayList<String>();
        if (standing.state() == HoursState.AWAITED) {
            sentences.add(words.texts().get("study.one.awaited"));
        }
        standing.verdict()
                .ifPresentOrElse(
                        verdict -> sentences.addAll(StudyExplanation.of(verdict)),
                        () -> sentences.add(words.texts().get("study.one.nothing")));
        return sentences;
    }

    private List<String> basis(Standing standing) {
        return standing.verdict().map(this::basis).orElse(List.of());
    }

    private List<String> basis(StudyVerdict verdict) {
        var basis = new ArrayList<String>();
        basis.add(words.texts()
                .get("study.one.profile", verdict.profile().toString(), times.day(LocalDate.of(verdict.year(), 1, 1))));
        basis.add(words.texts().get("study.one.hoursPerDay", verdict.rules().hoursPerDay()));
        return basis;
    }

    private Note note(StudyNote note, Standing standing) {
        var about = note.activity()
                .flatMap(standing::entry)
                .map(each -> each.studied().title())
                .orElse("");
        return new Note(
                words.texts().get(note.study() == Study.MADE_UP ? "study.note.madeUp" : "study.note.visit"),
                note.day().toString(),
                about.isEmpty() ? note.reason() : words.texts().get("study.note.about", about, note.reason()),
                words.texts().get("study.note.by", note.login(), times.when(note.at())),
                note.undone()
                        .map(each -> words.texts()
                                .get("study.note.undone", each.login(), times.when(each.at()), each.reason()))
                        .orElse(""),
                note.stands() && mayRecord ? note.id() : "");
    }
}
