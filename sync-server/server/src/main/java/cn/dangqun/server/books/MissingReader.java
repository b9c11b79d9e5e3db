package cn.dangqun.server.books;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.server.attendance.AttendanceWords;
import cn.dangqun.server.attendance.LeaveReader;
import cn.dangqun.server.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Who of frozen rolls did not count as present, and why, in words; by the key of the event.
record MissingReader(Map<String, String> words) {
    MissingReader {
        words = Map.copyOf(words);
    }

    static MissingReader nobody() {
        return new MissingReader(Map.of());
    }

    private record Line(
            String activity, String roll, String member, String name, AttendanceState state, boolean told) {}

    static MissingReader of(List<Event> events, BookYear year, Texts texts) {
        var byKey = events.stream().collect(Collectors.toMap(Event::key, each -> each));
        var ids = events.stream().map(each -> each.id().value()).distinct().toList();
        var kinds = new HashMap<LeaveReader.Whose, LeaveKind>();
        BookYear.inParts(ids, some -> {
            kinds.putAll(new LeaveReader(year.handle())
                    .kinds(some.stream().map(ActivityId::new).toList()));
            return List.<String>of();
        });
        var people = new HashMap<String, List<String>>();
        for (var line : lines(ids, year)) {
            var event = Optional.ofNullable(byKey.get(line.activity() + " " + line.roll()));
            event.filter(each -> each.complete() || line.state() != AttendanceState.ABSENT)
                    .ifPresent(each -> people.computeIfAbsent(each.key(), _ -> new ArrayList<>())
                            .add(texts.get(
                                    "books.word.missing",
                                    year.names().of(new PersonName(line.name())),
                                    why(line, kinds, year.names(), texts))));
        }
        var words = new HashMap<String, String>();
        people.forEach((key, each) -> words.put(key, String.join("、", each)));
        return new MissingReader(words);
    }

    private static List<Line> lines(List<String> ids, BookYear year) {
        var rolls = year.rolls();
        return BookYear.inParts(
                ids,
                some -> year.handle()
                        .createQuery("""
                        SELECT l.activity, l.organization, l.member, l.state, l.explained,
                          coalesce(m.name, fm.name, l.member) AS name, coalesce(m.reading, '') AS reading
                        FROM attendance_line l
                        LEFT JOIN member m ON m.street = 1 AND m.id = l.member
                        LEFT JOIN former_member fm ON fm.street = 1 AND fm.id = l.member AND m.id IS NULL
                        WHERE l.street = 1 AND l.activity IN (<ids>) AND l.organization IN (<rolls>)
                          AND l.state IN ('LEAVE', 'ABSENT', 'CHECKED_IN_UNSIGNED')
                        ORDER BY l.activity, l.organization, reading, l.member""")
                        .bindList("ids", some)
                        .bindList("rolls", rolls)
                        .map((row, ignored) -> new Line(
                                row.getString("activity"),
                                row.getString("organization"),
                                row.getString("member"),
                                row.getString("name"),
                                AttendanceState.valueOf(row.getString("state")),
                                row.getInt("explained") != 0))
                        .list());
    }

    /// Why somebody asked leave is told with the names.
    private static String why(Line line, Map<LeaveReader.Whose, LeaveKind> kinds, Names names, Texts texts) {
        return switch (line.state()) {
            case LEAVE ->
                Optional.ofNullable(kinds.get(
                                new LeaveReader.Whose(new ActivityId(line.activity()), new MemberId(line.member()))))
                        .filter(_ -> names.full())
                        .map(new AttendanceWords(texts)::leave)
                        .orElseGet(() -> texts.get("books.word.leave"));
            case CHECKED_IN_UNSIGNED -> texts.get("books.word.unsigned");
            default -> texts.get(line.told() ? "books.word.explained" : "books.word.unexplained");
        };
    }

    String of(Event event) {
        return words.getOrDefault(event.key(), "");
    }
}
