package cn.dangqun.kiosk.meeting;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.RollBasis;
import cn.dangqun.kiosk.activity.BegunActivities;
import cn.dangqun.kiosk.db.SqliteConnection;
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

/// The desk on top of the ledger: each act is judged and recorded in one transaction on the store thread, so that no
/// announcement is older than a tap before it.
public final class LedgerMeetingDesk implements MeetingDesk {
    private final Ledger ledger;
    private final LedgerReader reader;
    private final ReferenceStore reference;
    private final KioskClock clock;
    private final ZoneId zone;
    private final TermsReader terms = new TermsReader(ProfileLibrary.shipped());

    public LedgerMeetingDesk(Ledger ledger, ReferenceStore reference, KioskClock clock, ZoneId zone) {
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
        var planned = reference.index();
        return ask(db -> BegunActivities.over(planned, db, zone)).activities().stream()
                .filter(each -> RollBasis.of(each.type()) != RollBasis.NOBODY)
                .filter(each -> !each.heldOn().isBefore(today.minusDays(MeetingWork.DAYS_BACK)))
                .filter(each -> !each.heldOn().isAfter(today))
                .sorted(Comparator.comparing(Activity::heldOn)
                        .reversed()
                        .thenComparing(Activity::starts)
                        .thenComparing(each -> each.id().value()))
                .toList();
    }

    @Override
    public Optional<MeetingView> view(ActivityId id) {
        var planned = reference.index();
        var now = ledger.now();
        var epoch = ledger.position().map(each -> each.epoch().hex()).orElse("");
        return ask(db -> {
            var index = BegunActivities.over(planned, db, zone);
            var activity = index.activity(id);
            return activity.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ViewReader(index, db, terms, epoch).read(activity.get(), now));
        });
    }

    private interface Reading<T> {
        T of(SqliteConnection db) throws SQLException;
    }

    private <T> T ask(Reading<T> reading) {
        try {
            return reader.ask(reading::of);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("the session cannot be read", e));
        }
    }

    @Override
    public CompletableFuture<Answer> record(ActivityId id, MeetingAct act, StaffMember by) {
        var moment = clock.read();
        if (reference.sealing().isPresent()) {
            return CompletableFuture.completedFuture(Answer.OVERTAKEN);
        }
        return ledger.write(transaction -> {
                    var index = BegunActivities.over(reference.index(), transaction.db(), zone);
                    var activity = index.activity(id);
                    if (activity.isEmpty()) {
                        return false;
                    }
                    var now = transaction.judge(moment).instant();
                    var epoch =
                            transaction.next().map(next -> next.epoch().hex()).orElse("");
                    var view = new ViewReader(index, transaction.db(), terms, epoch).read(activity.get(), now);
                    return new MeetingWork(transaction, index, reference.applied(), moment, zone)
                            .carryOut(view, act, by);
                })
                .thenApply(commit -> switch (commit) {
                    case Commit.Done<Boolean>(var done) -> done ? Answer.DONE : Answer.OVERTAKEN;
                    case Commit.NotSaved<Boolean> _ -> Answer.NOT_SAVED;
                });
    }
}
