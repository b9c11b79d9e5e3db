package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.FreezeCause;
import cn.dangqun.domain.attendance.RollBasis;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.reference.StreetRoster;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Freezes at the planned start what nobody opened: activities elsewhere, on paper, at kiosks that are offline
/// (RULES, Freezing). A kiosk's earlier freezing, whenever it arrives, stands before it. Also settles what was held
/// before rolls were frozen. [#freezeStarted] blocks; started, it runs on a thread of its own.
@OneProcess("Which activities need no second look: saves work and decides nothing, since a roll that is frozen"
        + " twice stands once.")
public final class RollKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RollKeeper.class);
    private static final int EVERY_SECONDS = 5;
    /// So many activities a write, so that nobody waits for all of them.
    private static final int SLICE = 20;

    private final Database database;
    private final StreetLedger street;
    private final StreetRoster roster;
    private final Clock clock;
    private final Set<ActivityId> settled = new HashSet<>();
    private final ScheduledExecutorService thread;

    /// With a thread of its own.
    public RollKeeper(Database database, StreetLedger street, StreetRoster roster, Clock clock) {
        this(
                database,
                street,
                roster,
                clock,
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("roll-keeper").factory()));
    }

    /// `thread` is closed with it.
    public RollKeeper(
            Database database, StreetLedger street, StreetRoster roster, Clock clock, ScheduledExecutorService thread) {
        this.thread = thread;
        this.database = database;
        this.street = street;
        this.roster = roster;
        this.clock = clock;
    }

    public void start() {
        var _ = thread.scheduleWithFixedDelay(this::freezeQuietly, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void freezeQuietly() {
        try {
            freezeStarted();
        } catch (RuntimeException e) {
            // Top of this thread: the next round tries again.
            LOG.error("rolls could not be frozen", e);
        }
    }

    /// Freezes every roll of activities that have started which nobody froze. Returns how many rolls.
    public synchronized int freezeStarted() {
        int frozen = 0;
        var due = database.read(handle -> ActivityReader.startedBy(handle, clock.instant())).stream()
                .filter(each -> !settled.contains(each.id()))
                .filter(each -> RollBasis.of(each.type()) != RollBasis.NOBODY)
                .toList();
        for (int from = 0; from < due.size(); from += SLICE) {
            var slice = due.subList(from, Math.min(from + SLICE, due.size()));
            frozen += database.write((handle, changes) -> freeze(handle, changes, slice));
            slice.forEach(each -> settled.add(each.id()));
        }
        return frozen;
    }

    private int freeze(Handle handle, ChangeLog changes, List<Activity> activities) {
        int frozen = 0;
        var known = roster.numbered(handle);
        var rolls = new RollStore(handle);
        for (var activity : activities) {
            var done = rolls.frozenFor(activity.id());
            for (var roll : known.roster().rolls(activity)) {
                if (!done.contains(roll.organization())) {
                    street.append(
                            handle,
                            changes,
                            new AttendanceFact.RollFrozen(roll, FreezeCause.PLANNED_START, known.number()));
                    frozen++;
                }
            }
        }
        return frozen;
    }

    @Override
    public void close() {
        thread.close();
    }
}
