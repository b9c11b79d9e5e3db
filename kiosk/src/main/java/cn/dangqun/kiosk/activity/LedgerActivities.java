package cn.dangqun.kiosk.activity;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.Roster;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.kiosk.attendance.AttendanceBook;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerReader;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import cn.dangqun.kiosk.reference.ReferenceStore;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Today's activities of the plan, with the counts of the ledger's projection. While the disk fails, the counts are the
/// last ones read.
public final class LedgerActivities implements TodaysActivities {
    private static final Logger log = LoggerFactory.getLogger(LedgerActivities.class);
    private static final Comparator<Activity> BY_START = Comparator.comparing(Activity::starts)
            .thenComparing(activity -> activity.id().value());

    private final ReferenceStore reference;
    private final Ledger ledger;
    private final LedgerReader reader;
    private final ZoneId zone;
    private final Map<ActivityId, Counted> lastRead = new ConcurrentHashMap<>();

    public LedgerActivities(ReferenceStore reference, Ledger ledger, ZoneId zone) {
        this.reference = reference;
        this.ledger = ledger;
        this.reader = ledger.newReader();
        this.zone = zone;
    }

    @Override
    public void onChange(Runnable changed) {
        reference.onChange(changed);
    }

    @Override
    public List<ActivityToday> list() {
        if (reference.sealing().isPresent()) {
            return List.of();
        }
        var now = ledger.now();
        var index = known();
        var today = index.activities().stream()
                .filter(activity -> isToday(activity, now, zone))
                .sorted(BY_START)
                .toList();
        lastRead.keySet().retainAll(today.stream().map(Activity::id).toList());
        return today.stream().map(activity -> row(activity, index, now)).toList();
    }

    /// What the street planned is known while the disk fails.
    private ReferenceIndex known() {
        var planned = reference.index();
        try {
            return reader.ask(db -> BegunActivities.over(planned, db, zone));
        } catch (SQLException e) {
            log.warn("What was begun here cannot be read now: {}", e.getMessage());
            return planned;
        }
    }

    @Override
    public boolean isClockInDoubt() {
        return ledger.time().quality() == ClockQuality.DOUBTFUL;
    }

    /// Held today, or still open past midnight.
    public static boolean isToday(Activity activity, Instant now, ZoneId zone) {
        return activity.heldOn().equals(LocalDate.ofInstant(now, zone))
                || activity.window().isOpenAt(now);
    }

    private ActivityToday row(Activity activity, ReferenceIndex index, Instant now) {
        var counted = counted(activity, index.roster());
        return new ActivityToday(
                activity,
                index.nameOf(activity.organization()),
                phase(activity, now),
                counted.tally(),
                counted.others(),
                counted.merged());
    }

    /// `merged`: nothing of it can still change by what the street or another kiosk knows.
    private record Counted(Tally tally, int others, boolean merged) {}

    private Counted counted(Activity activity, Roster roster) {
        try {
            var counted = reader.ask(db -> count(new AttendanceBook(db), activity, roster));
            lastRead.put(activity.id(), counted);
            return counted;
        } catch (SQLException e) {
            log.warn("Attendance of {} cannot be read now: {}", activity.id(), e.getMessage());
            return lastRead.getOrDefault(activity.id(), new Counted(new Tally(0, 0), 0, false));
        }
    }

    private Counted count(AttendanceBook book, Activity activity, Roster roster) throws SQLException {
        var epoch = ledger.position().map(each -> each.epoch().hex()).orElse("");
        return new Counted(
                book.attendance(activity, roster).tally(),
                book.others(activity.id(), epoch),
                book.isMerged(activity.id(), epoch));
    }

    private static ActivityToday.Phase phase(Activity activity, Instant now) {
        if (now.isBefore(activity.window().opens())) {
            return ActivityToday.Phase.UPCOMING;
        }
        return activity.window().isOpenAt(now) ? ActivityToday.Phase.OPEN : ActivityToday.Phase.CLOSED;
    }
}
