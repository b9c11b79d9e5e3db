package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.RollBasis;
import cn.dangqun.kiosk.attendance.AttendanceBook;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerReader;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.reference.ReferenceStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The desk on top of the ledger: each act is judged and recorded in one transaction on the store thread, so that
/// nobody is recorded twice by a tap and a hand.
public final class LedgerRollDesk implements RollDesk {
    /// 会后补假 and 补录 end with the third day after (OQ-18).
    private static final int DAYS_BACK = 3;
    /// Leave is asked for beforehand.
    private static final int DAYS_AHEAD = 14;

    private final Ledger ledger;
    private final LedgerReader reader;
    private final ReferenceStore reference;
    private final KioskClock clock;
    private final ZoneId zone;

    public LedgerRollDesk(Ledger ledger, ReferenceStore reference, KioskClock clock, ZoneId zone) {
        this.ledger = ledger;
        this.reader = ledger.newReader();
        this.reference = reference;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public List<Activity> activities() {
        if (reference.sealing().isPresent()) {
            return List.of();
        }
        var today = LocalDate.ofInstant(ledger.now(), zone);
        return reference.index().activities().stream()
                .filter(each -> RollBasis.of(each.type()) != RollBasis.NOBODY)
                .filter(each -> !each.heldOn().isBefore(today.minusDays(DAYS_BACK)))
                .filter(each -> !each.heldOn().isAfter(today.plusDays(DAYS_AHEAD)))
                .sorted(byNearness(today))
                .toList();
    }

    /// Today's first, then those to come, then those that were, the last first.
    private static Comparator<Activity> byNearness(LocalDate today) {
        return Comparator.comparing((Activity each) -> each.heldOn().isBefore(today))
                .thenComparingLong(each -> Math.abs(each.heldOn().toEpochDay() - today.toEpochDay()))
                .thenComparing(Activity::starts)
                .thenComparing(each -> each.id().value());
    }

    @Override
    public Optional<RollSheet> sheet(ActivityId id) {
        var index = reference.index();
        return index.activity(id).map(activity -> {
            try {
                var now = ledger.now();
                return reader.ask(db -> new SheetReader(index, new AttendanceBook(db)).read(activity, now));
            } catch (SQLException e) {
                throw new UncheckedIOException(new IOException("the roll cannot be read", e));
            }
        });
    }

    @Override
    public CompletableFuture<Answer> record(ActivityId id, RollAct act, StaffMember by) {
        var moment = clock.read();
        var index = reference.index();
        var activity = index.activity(id);
        if (activity.isEmpty() || reference.sealing().isPresent()) {
            return CompletableFuture.completedFuture(Answer.OVERTAKEN);
        }
        return ledger.write(transaction ->
                        new RollWork(transaction, index, reference.applied(), moment).carryOut(activity.get(), act, by))
                .thenApply(commit -> switch (commit) {
                    case Commit.Done<Boolean>(var done) -> done ? Answer.DONE : Answer.OVERTAKEN;
                    case Commit.NotSaved<Boolean> _ -> Answer.NOT_SAVED;
                });
    }
}
