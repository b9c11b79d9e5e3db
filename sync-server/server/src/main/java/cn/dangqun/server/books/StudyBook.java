package cn.dangqun.server.books;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.attendance.Roster;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.server.attendance.AttendanceWords;
import cn.dangqun.server.books.BookContent.Lack;
import cn.dangqun.server.books.BookTable.Column;
import cn.dangqun.server.books.BookTable.Entry;
import cn.dangqun.server.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// 支部学习工作记录簿: what the branch held or took part in with hours fixed, attendance by the frozen roll, and who made
/// up for what they had missed (RULES 1.11). What a community holds by invitation is on no roll of a branch.
record StudyBook(Texts texts) {
    private static final Set<ActivityType> STUDIED =
            Set.of(ActivityType.THEME_DAY, ActivityType.PARTY_LECTURE, ActivityType.TRAINING);

    BookContent read(List<Event> events, Roster roster, BookYear year) {
        var held = events.stream().filter(Event::wasHeld).toList();
        var studied = held.stream().filter(Event::hasHours).toList();
        var caughtUp = caughtUp(studied, year);
        var entries = new ArrayList<Entry>();
        for (var event : studied) {
            entries.add(
                    new Entry(event.key(), cells(entries.size() + 1, event, caughtUp, roster, year), event.address()));
        }
        var lacks = new ArrayList<Lack>();
        held.stream()
                .filter(each -> each.isToBeWritten() && !each.hasHours() && STUDIED.contains(each.type()))
                .forEach(each -> lacks.add(new Lack(
                        Book.STUDY, each.about(), texts.get("books.lack.hours"), "/plan/activities/" + each.id())));
        studied.stream()
                .filter(each -> each.isToBeWritten()
                        && each.plan().orElseThrow().chair().isBlank())
                .forEach(each -> lacks.add(new Lack(
                        Book.STUDY, each.about(), texts.get("books.lack.lecturer"), "/plan/activities/" + each.id())));
        return new BookContent(
                Book.STUDY,
                List.of(new BookTable(texts.get("books.title.study"), columns(), entries)),
                lacks,
                List.of(texts.get("books.note.study")),
                false);
    }

    private List<Column> columns() {
        return List.of(
                Column.figure(texts.get("books.column.number"), 8),
                Column.of(texts.get("books.column.day"), 19),
                Column.of(texts.get("books.column.topic"), 46),
                Column.of(texts.get("books.column.type"), 22),
                Column.of(texts.get("books.column.holder"), 30),
                Column.of(texts.get("books.column.lecturer"), 20),
                Column.of(texts.get("books.column.material"), 32),
                Column.of(texts.get("books.column.hours"), 15),
                Column.figure(texts.get("books.column.due"), 11),
                Column.figure(texts.get("books.column.present"), 11),
                Column.figure(texts.get("books.column.leave"), 11),
                Column.figure(texts.get("books.column.absent"), 14),
                Column.of(texts.get("books.column.madeUp"), 34));
    }

    private List<String> cells(
            int number, Event event, Map<String, Set<MemberId>> caughtUp, Roster roster, BookYear year) {
        var plan = event.plan().orElseThrow();
        var figures = new Figures(event, texts);
        return List.of(
                String.valueOf(number),
                event.day().toString(),
                event.title(),
                new AttendanceWords(texts).type(event.type()),
                event.holder(),
                year.names().typed(plan.chair()),
                "",
                hours(plan),
                figures.due(),
                figures.present(),
                figures.count(AttendanceState.LEAVE),
                figures.absent(),
                caughtUp.getOrDefault(event.id().value(), Set.of()).stream()
                        .flatMap(each -> roster.member(each).stream())
                        .filter(each -> each.on(event.day())
                                .filter(place -> year.isHere(place.branch()))
                                .isPresent())
                        .map(each -> year.names().of(each.name()))
                        .collect(Collectors.joining("、")));
    }

    private String hours(Event.Plan plan) {
        if (plan.hours() > 0) {
            return texts.get("books.word.hours", plan.hours());
        }
        return texts.get(
                "books.word.days", plan.halfDays() % 2 == 0 ? plan.halfDays() / 2 : plan.halfDays() / 2 + ".5");
    }

    /// 补课 that was not taken back, by activity.
    private static Map<String, Set<MemberId>> caughtUp(List<Event> events, BookYear year) {
        var madeUp = new HashMap<String, Set<MemberId>>();
        var ids = Set.copyOf(events.stream().map(each -> each.id().value()).toList());
        if (year.whole() && !ids.isEmpty()) {
            year.handle()
                    .createQuery("""
                            SELECT activity, member FROM study_note WHERE street = 1 AND kind = 'MADE_UP'
                              AND stands = 1 AND day >= :from AND day <= :to ORDER BY day, at, member""")
                    .bind("from", year.first().toString())
                    .bind("to", year.last().toString())
                    .map((row, ignored) -> Map.entry(row.getString("activity"), new MemberId(row.getString("member"))))
                    .filter(each -> ids.contains(each.getKey()))
                    .forEach(each -> madeUp.computeIfAbsent(each.getKey(), _ -> new LinkedHashSet<>())
                            .add(each.getValue()));
        }
        return madeUp;
    }
}
