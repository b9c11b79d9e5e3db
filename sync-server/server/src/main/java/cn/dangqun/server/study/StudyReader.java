package cn.dangqun.server.study;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.fact.StreetFact.Study;
import cn.dangqun.domain.member.MemberCategory;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.study.StudyAmount;
import cn.dangqun.domain.study.TrainingLevel;
import cn.dangqun.server.attendance.Watermarks;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// SQL of study. Of a few people their lines are looked up; of more than [#MANY] all lines of the year's activities are
/// read once. Call it inside one read transaction.
record StudyReader(Handle handle, Watermarks watermarks) {
    private static final int MANY = 5000;
    private static final int AT_ONCE = 500;
    private static final String AFTER_ALL = "\uFFFF";

    /// A training that began in December of the year before may go on in this one (OQ-26).
    private static LocalDate earliest(int year) {
        return LocalDate.of(year - 1, 12, 1);
    }

    /// In the order of time; of the whole street, since people move, and study elsewhere.
    Map<ActivityId, Studied> activities(int year) {
        var studied = new LinkedHashMap<ActivityId, Studied>();
        handle.createQuery("""
                        SELECT a.*, o.path, d.hours, d.half_days, d.grade
                        FROM activity a CROSS JOIN activity_detail d
                        JOIN organization o ON o.street = 1 AND o.id = a.organization
                        WHERE a.street = 1 AND a.held_on >= :from AND a.held_on <= :to
                          AND d.street = 1 AND d.activity = a.id AND (d.hours > 0 OR d.half_days > 0)
                          AND NOT EXISTS (
                            SELECT 1 FROM activity_cancelled x WHERE x.street = 1 AND x.activity = a.id)
                        ORDER BY a.held_on, a.starts_at, a.id""")
                .bind("from", earliest(year).toString())
                .bind("to", LocalDate.of(year, 12, 31).toString())
                .map((row, ignored) -> studied(row))
                .forEach(each -> studied.put(each.id(), each));
        return studied;
    }

    private Studied studied(ResultSet row) throws SQLException {
        var window =
                new CheckInWindow(instant(row, "opens_at"), instant(row, "late_after_at"), instant(row, "closes_at"));
        int hours = row.getInt("hours");
        int halfDays = row.getInt("half_days");
        return new Studied(
                new ActivityId(row.getString("id")),
                ActivityType.valueOf(row.getString("type")),
                row.getString("title"),
                LocalDate.parse(row.getString("held_on")),
                watermarks.isComplete(row.getString("path"), window),
                hours > 0 ? Optional.of(StudyAmount.whole(hours)) : Optional.empty(),
                halfDays > 0 ? Optional.of(new StudyAmount(halfDays)) : Optional.empty(),
                Optional.ofNullable(row.getString("grade")).map(TrainingLevel::new));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    /// How somebody stands at an activity; `state` is empty where they came and were on no roll (OQ-20).
    record Line(MemberId member, ActivityId activity, Optional<AttendanceState> state) {}

    void lines(Collection<MemberId> members, int year, Consumer<Line> each) {
        if (members.size() > MANY) {
            var wanted = new HashSet<>(members);
            all(year, line -> {
                if (wanted.contains(line.member())) {
                    each.accept(line);
                }
            });
            return;
        }
        var asked = List.copyOf(members);
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            of(asked.subList(from, Math.min(asked.size(), from + AT_ONCE)), year, each);
        }
    }

    private void all(int year, Consumer<Line> each) {
        var ids = new Ids();
        handle.createQuery("""
                        SELECT l.member, l.activity, l.state
                        FROM activity a CROSS JOIN activity_detail d CROSS JOIN attendance_line l
                        WHERE a.street = 1 AND a.held_on >= :from AND a.held_on <= :to
                          AND d.street = 1 AND d.activity = a.id AND (d.hours > 0 OR d.half_days > 0)
                          AND l.street = 1 AND l.activity = a.id
                        UNION ALL
                        SELECT t.member, t.activity, NULL
                        FROM activity a CROSS JOIN attendance t
                        WHERE a.street = 1 AND a.held_on >= :from AND a.held_on <= :to
                          AND t.street = 1 AND t.activity = a.id AND t.counted = 1 AND t.roll IS NULL""")
                .bind("from", earliest(year).toString())
                .bind("to", LocalDate.of(year, 12, 31).toString())
                .map((row, ignored) -> ids.line(row))
                .useIterator(lines -> lines.forEachRemaining(each));
    }

    private void of(List<MemberId> members, int year, Consumer<Line> each) {
        var ids = new Ids();
        handle.createQuery("""
                        SELECT l.member, l.activity, l.state
                        FROM attendance_line l JOIN activity a ON a.street = 1 AND a.id = l.activity
                        WHERE l.street = 1 AND l.member IN (<members>) AND a.held_on >= :from AND a.held_on <= :to
                        UNION ALL
                        SELECT t.member, t.activity, NULL
                        FROM attendance t JOIN activity a ON a.street = 1 AND a.id = t.activity
                        WHERE t.street = 1 AND t.member IN (<members>) AND t.counted = 1 AND t.roll IS NULL
                          AND a.held_on >= :from AND a.held_on <= :to""")
                .bindList("members", members.stream().map(MemberId::value).toList())
                .bind("from", earliest(year).toString())
                .bind("to", LocalDate.of(year, 12, 31).toString())
                .map((row, ignored) -> ids.line(row))
                .useIterator(lines -> lines.forEachRemaining(each));
    }

    /// Each id is made once, however many lines name it.
    @OneProcess("What one reading has made of ids, gone with it: right in every process.")
    private static final class Ids {
        private final Map<String, MemberId> members = new HashMap<>();
        private final Map<String, ActivityId> activities = new HashMap<>();

        Line line(ResultSet row) throws SQLException {
            return new Line(
                    members.computeIfAbsent(row.getString("member"), MemberId::new),
                    activities.computeIfAbsent(row.getString("activity"), ActivityId::new),
                    Optional.ofNullable(row.getString("state")).map(AttendanceState::valueOf));
        }
    }

    /// What was noted for days of the year and still stands.
    List<StudyNote> notes(int year) {
        return handle.createQuery("SELECT * FROM study_note WHERE street = 1 AND day >= :from AND day <= :to"
                        + " AND stands = 1 ORDER BY day, at, id")
                .bind("from", LocalDate.of(year, 1, 1).toString())
                .bind("to", LocalDate.of(year, 12, 31).toString())
                .map((row, ignored) -> note(row))
                .list();
    }

    /// All of one person's, taken back or not, in the order of days.
    List<StudyNote> notes(MemberId member) {
        return handle.createQuery("SELECT * FROM study_note WHERE street = 1 AND member = ? ORDER BY day, at, id")
                .bind(0, member.value())
                .map((row, ignored) -> note(row))
                .list();
    }

    private static StudyNote note(ResultSet row) throws SQLException {
        return new StudyNote(
                row.getString("id"),
                new MemberId(row.getString("member")),
                Study.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("activity")).map(ActivityId::new),
                LocalDate.parse(row.getString("day")),
                row.getString("login"),
                row.getString("reason"),
                instant(row, "at"),
                row.getInt("stands") != 0
                        ? Optional.empty()
                        : Optional.of(new StudyNote.Undone(
                                row.getString("undone_by"), row.getString("undone_for"), instant(row, "undone_at"))));
    }

    /// Whom the street notes as 年老体弱.
    Set<MemberId> frail() {
        var frail = new HashSet<MemberId>();
        handle.createQuery(
                        "SELECT member, categories FROM member_detail WHERE street = 1 AND member > '' AND categories <> ''")
                .map((row, ignored) -> Map.entry(row.getString("member"), row.getString("categories")))
                .forEach(each -> {
                    if (isFrail(each.getValue())) {
                        frail.add(new MemberId(each.getKey()));
                    }
                });
        return frail;
    }

    private static boolean isFrail(String categories) {
        return Arrays.asList(categories.split(",", -1)).contains(MemberCategory.FRAIL.name());
    }

    /// Whose name is, or is read, as typed.
    Set<MemberId> called(String typed) {
        var word = Pinyin.plain(typed);
        return Set.copyOf(handle.createQuery(
                        "SELECT DISTINCT member FROM member_word WHERE street = 1 AND word >= :word AND word < :after")
                .bind("word", word)
                .bind("after", word + AFTER_ALL)
                .mapTo(String.class)
                .map(MemberId::new)
                .list());
    }

    /// Where each member of the rosters inside stands when names are put in the order of how they are read.
    Map<MemberId, Integer> asRead(Scope scope) {
        var places = new HashMap<MemberId, Integer>();
        handle.createQuery("""
                        SELECT m.id FROM organization o CROSS JOIN member m
                        WHERE o.street = 1 AND o.path >= :prefix AND o.path < :after
                          AND m.street = 1 AND m.branch = o.id ORDER BY m.reading, m.id""")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .mapTo(String.class)
                .forEach(id -> places.put(new MemberId(id), places.size()));
        return places;
    }

    /// Something that people usually study at, held by somebody inside, of which no hours were fixed.
    record Unfixed(ActivityId id, String title, LocalDate day) {}

    List<Unfixed> unfixed(Scope scope, int year, LocalDate until) {
        return handle.createQuery("""
                        SELECT a.id, a.title, a.held_on FROM activity a
                        JOIN organization o ON o.street = 1 AND o.id = a.organization
                        WHERE a.street = 1 AND a.held_on >= :from AND a.held_on <= :to
                          AND a.type IN ('THEME_DAY', 'PARTY_LECTURE', 'TRAINING')
                          AND o.path >= :prefix AND o.path < :after
                          AND NOT EXISTS (SELECT 1 FROM activity_detail d WHERE d.street = 1 AND d.activity = a.id
                            AND (d.hours IS NOT NULL OR d.half_days IS NOT NULL))
                          AND EXISTS (SELECT 1 FROM roll_freezing f WHERE f.street = 1 AND f.activity = a.id)
                          AND NOT EXISTS (
                            SELECT 1 FROM activity_cancelled x WHERE x.street = 1 AND x.activity = a.id)
                        ORDER BY a.held_on DESC, a.id""")
                .bind("from", LocalDate.of(year, 1, 1).toString())
                .bind("to", until.toString())
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Unfixed(
                        new ActivityId(row.getString("id")),
                        row.getString("title"),
                        LocalDate.parse(row.getString("held_on"))))
                .list();
    }
}
