package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceMark;
import cn.dangqun.domain.attendance.AttendanceRule;
import cn.dangqun.domain.attendance.AttendanceSheet;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.attendance.RollStore.Line;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.SiteReach;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// How activities stand, told from the point of view of one kiosk. Blocks: not for network threads.
public final class StreetCountReader {
    /// A kiosk that said so long ago that nothing is unsent may have received somebody since.
    static final Duration FRESH = Duration.ofSeconds(75);

    private static final Duration BACK = Duration.ofHours(36);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Database database;
    private final Clock clock;

    public StreetCountReader(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Whose view it is: a kiosk, the ledger it goes on with, and its site.
    public record View(KioskId kiosk, Epoch epoch, String site) {}

    /// Activities that began lately or are open: of the communities that the site serves, in which one of them
    /// takes part, and of the whole street.
    public List<ActivityId> current(String site) {
        var now = clock.instant();
        return database.read(handle -> {
            var served = SiteReach.of(handle, site, day()).communities().values();
            return handle
                    .createQuery("""
                            SELECT a.id, o.path, (o.parent IS NULL) AS wide FROM activity a
                            JOIN organization o ON o.street = 1 AND o.id = a.organization
                            WHERE a.street = 1 AND a.opens_at <= :now AND a.closes_at >= :back
                            UNION SELECT a.id, o.path, (o.parent IS NULL) FROM activity a
                            JOIN activity_partner p ON p.street = 1 AND p.activity = a.id
                            JOIN organization o ON o.street = 1 AND o.id = p.organization
                            WHERE a.street = 1 AND a.opens_at <= :now AND a.closes_at >= :back""")
                    .bind("now", now.toEpochMilli())
                    .bind("back", now.minus(BACK).toEpochMilli())
                    .map((row, ignored) -> new Current(
                            new ActivityId(row.getString("id")), row.getString("path"), row.getBoolean("wide")))
                    .stream()
                    .filter(each -> each.wide || served.stream().anyMatch(each.path::startsWith))
                    .map(Current::id)
                    .distinct()
                    .toList();
        });
    }

    private record Current(ActivityId id, String path, boolean wide) {}

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /// Empty when the street knows no such activity.
    public Optional<StreetCount> read(View view, ActivityId id) {
        return database.read(handle -> handle.createQuery(
                        "SELECT i.record FROM activity a" + ActivityReader.ITEM + "WHERE a.street = 1 AND a.id = ?")
                .bind(0, id.value())
                .map((row, ignored) -> ActivityReader.activity(row))
                .findOne()
                .map(activity -> read(handle, view, activity)));
    }

    private StreetCount read(Handle handle, View view, Activity activity) {
        var near = SiteReach.of(handle, view.site(), day()).organizations(handle); // whose people it holds
        var merging = Merging.of(handle, activity);
        var store = new RollStore(handle);
        var lines = store.lines(activity.id());
        var frozen =
                store.frozenFor(activity.id()).stream().filter(near::contains).collect(Collectors.toUnmodifiableSet());
        var here = lines.stream()
                .filter(line -> near.contains(line.organization()))
                .toList();
        return new StreetCount(
                activity.id(),
                rolls(activity, frozen, here),
                elsewhere(handle, view, activity.id(), here),
                sum(lines.stream()
                        .filter(line -> !near.contains(line.organization()))
                        .toList()),
                view.epoch().hex(),
                through(handle, view),
                merging.isMerged(activity, clock.instant(), Optional.of(view.kiosk())),
                merging.kiosks(activity));
    }

    /// A frozen roll may have nobody on it.
    private static List<RollSnapshot> rolls(Activity activity, Set<OrganizationId> frozen, List<Line> lines) {
        return frozen.stream()
                .sorted(Comparator.comparing(OrganizationId::value))
                .map(organization -> new RollSnapshot(
                        activity.id(),
                        organization,
                        activity.heldOn(),
                        lines.stream()
                                .filter(line -> line.organization().equals(organization))
                                .map(Line::entry)
                                .toList()))
                .toList();
    }

    private static Tally sum(List<Line> lines) {
        int due = (int) lines.stream().filter(line -> line.state().isDue()).count();
        int present =
                (int) lines.stream().filter(line -> line.state().isPresent()).count();
        return new Tally(due, present);
    }

    private static final String ELSEWHERE = " street = 1 AND activity = :activity AND voided = 0 AND chain <> :chain";
    private static final String OWN = " street = 1 AND activity = :activity AND voided = 0 AND chain = :chain";

    /// How the people of these lines stand by other ledgers alone.
    private static StreetCount.Elsewhere elsewhere(Handle handle, View view, ActivityId activity, List<Line> lines) {
        long own = chain(handle, view);
        var notes = new NoteStore(handle);
        var marks = Stream.concat(
                        new RollStore(handle)
                                .receivedElsewhere(activity, own).stream().map(RollStore.CheckIn::mark),
                        notes.marks(activity, OptionalLong.of(own)).stream())
                .collect(Collectors.groupingBy(AttendanceMark::member));
        var standing = new EnumMap<AttendanceState, Set<MemberId>>(AttendanceState.class);
        for (var line : lines) {
            var theirs = marks.getOrDefault(line.entry().member(), List.of());
            standing.computeIfAbsent(
                            AttendanceRule.state(line.entry(), theirs, AttendanceSheet.View.FOR_RECORD),
                            fresh -> new HashSet<>())
                    .add(line.entry().member());
        }
        return new StreetCount.Elsewhere(
                standing.entrySet().stream()
                        .filter(each -> each.getKey().isPresent())
                        .flatMap(each -> each.getValue().stream())
                        .collect(Collectors.toUnmodifiableSet()),
                standing.getOrDefault(AttendanceState.CHECKED_IN_UNSIGNED, Set.of()),
                standing.getOrDefault(AttendanceState.LEAVE, Set.of()),
                othersElsewhere(handle, own, activity),
                Set.copyOf(notes.withdrawn(activity, own)),
                recognised(handle, own, activity));
    }

    /// Admissions of the chain whose guests count as somebody whom a reviewer named.
    private static Set<Long> recognised(Handle handle, long own, ActivityId activity) {
        return handle.createQuery(
                        "SELECT seq FROM guest WHERE street = 1 AND activity = ? AND chain = ? AND voided = 2")
                .bind(0, activity.value())
                .bind(1, own)
                .mapTo(Long.class)
                .set();
    }

    /// Those whom the kiosk itself has received too are its own to count.
    private static int othersElsewhere(Handle handle, long own, ActivityId activity) {
        return handle.createQuery("SELECT (SELECT count(DISTINCT member) FROM attendance WHERE role <> 'MEMBER'"
                        + " AND awaiting = 0 AND"
                        + ELSEWHERE + " AND member NOT IN (SELECT member FROM attendance WHERE" + OWN + "))"
                        + " + (SELECT count(*) FROM guest WHERE counted = 1 AND" + ELSEWHERE
                        + " AND (card IS NULL OR card NOT IN (SELECT card FROM guest WHERE card IS NOT NULL AND"
                        + OWN + ")))")
                .bind("activity", activity.value())
                .bind("chain", own)
                .mapTo(Integer.class)
                .one();
    }

    /// The kiosk's own chain by its number; none has the number 0.
    private static long chain(Handle handle, View view) {
        return handle.createQuery("SELECT number FROM chain WHERE street = 1 AND kiosk = ? AND epoch = ?")
                .bind(0, view.kiosk().value())
                .bind(1, view.epoch().hex())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private static long through(Handle handle, View view) {
        return handle.createQuery("SELECT last_seq FROM chain WHERE street = 1 AND kiosk = ? AND epoch = ?")
                .bind(0, view.kiosk().value())
                .bind(1, view.epoch().hex())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }
}
