package cn.dangqun.server.turnout;

import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Scope;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Who has come to nothing for months and asked no leave (RULES §4, six months; F-84): an early warning, never a
/// verdict. Leave is a cause and ends the count, as coming does, unsigned or not; who need not come, and what
/// kiosks have not told yet, neither ends nor begins it. Call it inside one read transaction.
record AbsenceReader(Handle handle, Scope scope, LineReader lines, LocalDate today) {
    /// Months after which somebody is named, and after which again (RULES §4).
    static final int FIRST = 3;

    static final int SECOND = 5;
    static final int LAST = 6;
    private static final int LOOKED_AT = 13;
    private static final int AT_ONCE = 500;

    private static final long DAY_MILLIS = 86_400_000;

    /// Once missed is no streak.
    private static final int FEWEST = 2;

    /// `since` is the day of the first that was missed, `months` the whole ones until today.
    record Streak(MemberId member, PersonName name, String branch, LocalDate since, int months, int missed) {}

    /// The longest first.
    List<Streak> streaks() {
        var found = candidates();
        var theirs = new HashMap<MemberId, List<LineReader.Line>>();
        var asking = Asking.of(new ListQuestion(Map.of(), 1), today).over(today.minusMonths(LOOKED_AT), today);
        for (int from = 0; from < found.size(); from += AT_ONCE) {
            lines
                    .of(
                            found.subList(from, Math.min(found.size(), from + AT_ONCE)).stream()
                                    .map(MemberFinder.Found::id)
                                    .toList(),
                            asking)
                    .stream()
                    .collect(Collectors.groupingBy(LineReader.Line::member))
                    .forEach(theirs::put);
        }
        return found.stream()
                .flatMap(each -> streak(each, theirs.getOrDefault(each.id(), List.of())).stream())
                .sorted(Comparator.comparing(Streak::since)
                        .thenComparing(each -> each.member().value()))
                .toList();
    }

    /// What was missed after the last day on which the person came or had leave.
    private Optional<Streak> streak(MemberFinder.Found found, List<LineReader.Line> theirs) {
        var seen = theirs.stream()
                .filter(line -> line.state() != AttendanceState.ABSENT && line.state() != AttendanceState.NOT_COUNTED)
                .map(line -> line.held().day())
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        var missed = theirs.stream()
                .filter(line -> line.state() == AttendanceState.ABSENT && line.complete())
                .map(line -> line.held().day())
                .filter(seen::isBefore)
                .sorted()
                .toList();
        if (missed.size() < FEWEST) {
            return Optional.empty();
        }
        int months = (int) Period.between(missed.getFirst(), today).toTotalMonths();
        return months < FIRST
                ? Optional.empty()
                : Optional.of(
                        new Streak(found.id(), found.name(), found.branch(), missed.getFirst(), months, missed.size()));
    }

    /// Who belongs here today and has not come since long enough, whatever kiosks have told. Nearly everybody came
    /// lately, which one look at their last check-ins says; only of the others is all read.
    private List<MemberFinder.Found> candidates() {
        return handle.createQuery("""
                        SELECT m.id, m.name, o.name AS branch_name
                        FROM organization o CROSS JOIN member m CROSS JOIN attendance_line l
                        JOIN activity a ON a.street = 1 AND a.id = l.activity
                        WHERE o.street = 1 AND o.path >= :prefix AND o.path < :after
                          AND m.street = 1 AND m.branch = o.id AND (m.until IS NULL OR m.until > :today)
                          AND l.street = 1 AND l.member = m.id AND a.held_on >= :from AND a.held_on <= :today
                          AND NOT EXISTS (
                            SELECT 1 FROM attendance t
                            JOIN activity r ON r.street = 1 AND r.id = t.activity
                            JOIN attendance_line n ON n.street = 1 AND n.activity = t.activity AND n.member = t.member
                            WHERE t.street = 1 AND t.member = m.id AND t.at >= :lately AND t.counted = 1
                              AND r.held_on >= :threshold AND r.held_on <= :today
                              AND n.state NOT IN ('ABSENT', 'NOT_COUNTED')
                              AND NOT EXISTS (
                                SELECT 1 FROM activity_cancelled y WHERE y.street = 1 AND y.activity = r.id))
                          AND NOT EXISTS (
                            SELECT 1 FROM activity_cancelled x WHERE x.street = 1 AND x.activity = a.id)
                        GROUP BY m.id, m.name, o.name
                        HAVING sum(CASE WHEN l.state = 'ABSENT' THEN 1 ELSE 0 END) >= :fewest
                          AND coalesce(max(CASE WHEN l.state NOT IN ('ABSENT', 'NOT_COUNTED') THEN a.held_on END), '')
                            < :threshold""")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .bind("from", today.minusMonths(LOOKED_AT).toString())
                .bind("today", today.toString())
                .bind("threshold", today.minusMonths(FIRST).plusDays(1).toString())
                .bind("lately", (today.minusMonths(FIRST).toEpochDay() - 1) * DAY_MILLIS)
                .bind("fewest", FEWEST)
                .map((row, ignored) -> new MemberFinder.Found(
                        new MemberId(row.getString("id")),
                        new PersonName(row.getString("name")),
                        row.getString("branch_name")))
                .list();
    }
}
