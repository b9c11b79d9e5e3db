package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.RollBasis;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.NumberedName;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.kiosk.activity.BegunActivities;
import cn.dangqun.kiosk.attendance.AttendanceBook;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerReader;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.protocol.Signature;
import cn.dangqun.protocol.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.text.Collator;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk on top of the ledger: each act is judged and recorded in one transaction on the store thread, so that
/// nobody is recorded twice by a tap and a hand.
public final class LedgerRollDesk implements RollDesk {
    /// 会后补假 and 补录 end with the third day after (OQ-18).
    private static final int DAYS_BACK = 3;
    /// Leave is asked for beforehand.
    private static final int DAYS_AHEAD = 14;

    private static final Logger log = LoggerFactory.getLogger(LedgerRollDesk.class);

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
        return known().activities().stream()
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
        var index = known();
        var now = ledger.now();
        return index.activity(id)
                .map(activity -> ask(db -> new SheetReader(index, new AttendanceBook(db)).read(activity, now)));
    }

    @Override
    public Map<MemberId, Signature> signatures(ActivityId id) {
        var names = ask(db -> new AttendanceBook(db).strokes(id));
        var signatures = new HashMap<MemberId, Signature>();
        names.forEach((member, name) -> signature(name).ifPresent(found -> signatures.put(member, found)));
        return signatures;
    }

    /// One that is gone or harmed is not drawn; the sheet says in words that it was given.
    private Optional<Signature> signature(SealedId name) {
        try {
            var sealed = reader.attachment(name);
            return sealed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Signature.decode(sealed.get().open()));
        } catch (SQLException | GeneralSecurityException | UnreadableException e) {
            log.warn("The signature {} cannot be read: {}", name.hex(), e.toString());
            return Optional.empty();
        }
    }

    /// What the street planned and what was begun here.
    private ReferenceIndex known() {
        var planned = reference.index();
        return ask(db -> BegunActivities.over(planned, db, zone));
    }

    private interface Reading<T> {
        T of(SqliteConnection db) throws SQLException;
    }

    private <T> T ask(Reading<T> reading) {
        try {
            return reader.ask(reading::of);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("the roll cannot be read", e));
        }
    }

    @Override
    public List<Organization> organizers(ActivityType type) {
        var levels = switch (RollBasis.of(type)) {
            case GROUP -> Set.of(OrganizationLevel.GROUP);
            case SEATS ->
                Set.of(OrganizationLevel.BRANCH, OrganizationLevel.GENERAL_BRANCH, OrganizationLevel.COMMITTEE);
            case MEMBERS, INVITED, NOBODY -> Set.of(OrganizationLevel.BRANCH);
        };
        var index = reference.index();
        return index.roster().tree().all().stream()
                .filter(each -> levels.contains(each.level()) && index.serves(each.id()))
                .sorted(Comparator.comparing(each -> NumberedName.key(each.name()), Collator.getInstance(Locale.CHINA)))
                .toList();
    }

    @Override
    public CompletableFuture<Optional<ActivityId>> begin(SessionFact.AdHoc begun, StaffMember by) {
        var moment = clock.read();
        var id = new ActivityId("begun-" + UUID.randomUUID());
        if (reference.sealing().isPresent()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return ledger.write(transaction -> {
                    transaction.append(new SessionFact.Opened(id, Optional.of(begun), by.id()), moment);
                    var index = BegunActivities.over(reference.index(), transaction.db(), zone);
                    new RollWork(transaction, index, reference.applied(), moment)
                            .freezeAll(index.activity(id).orElseThrow());
                    return id;
                })
                .thenApply(commit -> switch (commit) {
                    case Commit.Done<ActivityId>(var saved) -> Optional.of(saved);
                    case Commit.NotSaved<ActivityId> _ -> Optional.empty();
                });
    }

    @Override
    public CompletableFuture<Answer> record(ActivityId id, RollAct act, StaffMember by) {
        var moment = clock.read();
        if (reference.sealing().isPresent()) {
            return CompletableFuture.completedFuture(Answer.OVERTAKEN);
        }
        return ledger.write(transaction -> {
                    var index = BegunActivities.over(reference.index(), transaction.db(), zone);
                    var activity = index.activity(id);
                    return activity.isPresent()
                            && new RollWork(transaction, index, reference.applied(), moment)
                                    .carryOut(activity.get(), act, by);
                })
                .thenApply(commit -> switch (commit) {
                    case Commit.Done<Boolean>(var done) -> done ? Answer.DONE : Answer.OVERTAKEN;
                    case Commit.NotSaved<Boolean> _ -> Answer.NOT_SAVED;
                });
    }
}
