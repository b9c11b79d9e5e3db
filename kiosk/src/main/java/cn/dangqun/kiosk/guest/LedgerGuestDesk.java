package cn.dangqun.kiosk.guest;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.kiosk.activity.BegunActivities;
import cn.dangqun.kiosk.attendance.AttendanceBook;
import cn.dangqun.kiosk.attendance.Attendee;
import cn.dangqun.kiosk.attendance.GuestBook;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerReader;
import cn.dangqun.kiosk.ledger.LedgerTransaction;
import cn.dangqun.kiosk.ledger.NotEnrolledException;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.reference.Namesakes;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.ui.NameOrder;
import cn.dangqun.protocol.Signature;
import cn.dangqun.protocol.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk on top of the ledger: each act is judged and recorded in one transaction on the store thread, so
/// that nobody is recorded twice by a tap and a hand.
public final class LedgerGuestDesk implements GuestDesk {
    private static final Logger log = LoggerFactory.getLogger(LedgerGuestDesk.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Ledger ledger;
    private final LedgerReader reader;
    private final ReferenceStore reference;
    private final KioskClock clock;
    private final ZoneId zone;

    public LedgerGuestDesk(Ledger ledger, ReferenceStore reference, KioskClock clock, ZoneId zone) {
        this.ledger = ledger;
        this.reader = ledger.newReader();
        this.reference = reference;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Optional<GuestSheet> sheet(ActivityId id) {
        var planned = reference.index();
        try {
            var index = reader.ask(db -> BegunActivities.over(planned, db, zone));
            var activity = index.activity(id).filter(_ -> reference.sealing().isEmpty());
            if (activity.isEmpty()) {
                return Optional.empty();
            }
            var rows = reader.ask(db -> new GuestBook(db).of(id));
            var here = rows.stream().map(row -> guest(row, index)).toList();
            return Optional.of(new GuestSheet(
                    activity.get(),
                    activity.get().window().isOpenAt(ledger.now()),
                    known(activity.get(), index).stream()
                            .filter(each -> here.stream()
                                    .noneMatch(guest -> guest.member()
                                            .filter(each.member()::equals)
                                            .isPresent()))
                            .toList(),
                    here));
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("the guests cannot be read", e));
        }
    }

    private static List<GuestSheet.Known> known(Activity activity, ReferenceIndex index) {
        var linked = index.roster().members().stream()
                .filter(each -> kind(each, activity).isPresent())
                .filter(each -> index.roster().isLinked(activity, each.id()))
                .toList();
        var names = Namesakes.among(index, linked.stream().map(Member::id).toList());
        return linked.stream()
                .map(each -> new GuestSheet.Known(
                        each.id(),
                        names.of(each.id()),
                        index.nameOf(each.branch()),
                        kind(each, activity).orElseThrow()))
                .sorted(NameOrder.of(GuestSheet.Known::name))
                .toList();
    }

    private static Optional<GuestKind> kind(Member member, Activity activity) {
        return member.on(activity.heldOn()).flatMap(membership -> switch (membership.relation()) {
            case REPORTED_IN -> Optional.of(GuestKind.REPORTED_IN);
            case FLOATING_IN -> Optional.of(GuestKind.FLOATING);
            case HOME -> Optional.empty();
        });
    }

    private GuestSheet.Guest guest(GuestBook.Row row, ReferenceIndex index) {
        var known = row.member().flatMap(index::member);
        var kind = row.kind().or(() -> known.map(Member::relation).flatMap(LedgerGuestDesk::kind));
        return new GuestSheet.Guest(
                row.member(),
                row.seq(),
                known.map(each -> each.name().full()).orElse(""),
                kind,
                row.at(),
                row.name()
                        .map(name -> new GuestSheet.Ink(
                                signature(name), row.belongs().flatMap(this::signature))),
                row.byStaff());
    }

    private static Optional<GuestKind> kind(RelationKind relation) {
        return switch (relation) {
            case REPORTED_IN -> Optional.of(GuestKind.REPORTED_IN);
            case FLOATING_IN -> Optional.of(GuestKind.FLOATING);
            case HOME -> Optional.empty();
        };
    }

    /// One that is gone or harmed is not drawn.
    private Optional<Signature> signature(SealedId name) {
        try {
            var sealed = reader.attachment(name);
            return sealed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Signature.decode(sealed.get().open()));
        } catch (SQLException | GeneralSecurityException | UnreadableException e) {
            log.warn("The handwriting {} cannot be read: {}", name.hex(), e.toString());
            return Optional.empty();
        }
    }

    @Override
    public CompletableFuture<Answer> record(ActivityId id, GuestAct act, StaffMember by) {
        var moment = clock.read();
        if (reference.sealing().isPresent()) {
            return CompletableFuture.completedFuture(Answer.OVERTAKEN);
        }
        return ledger.write(transaction -> {
                    var index = BegunActivities.over(reference.index(), transaction.db(), zone);
                    var activity = index.activity(id);
                    return activity.isPresent()
                            && carryOut(
                                    transaction,
                                    moment,
                                    activity.get(),
                                    index,
                                    act,
                                    new Handling(by.id(), act.reason()));
                })
                .thenApply(commit -> switch (commit) {
                    case Commit.Done<Boolean>(var done) -> done ? Answer.DONE : Answer.OVERTAKEN;
                    case Commit.NotSaved<Boolean> _ -> Answer.NOT_SAVED;
                });
    }

    private boolean carryOut(
            LedgerTransaction transaction,
            ClockReading moment,
            Activity activity,
            ReferenceIndex index,
            GuestAct act,
            Handling by)
            throws SQLException, NotEnrolledException {
        var now = transaction.judge(moment).instant();
        switch (act) {
            case GuestAct.Admit admit -> {
                if (!activity.window().isOpenAt(now)
                        || !index.roster().isLinked(activity, admit.member())
                        || isHere(transaction, activity, admit.member())) {
                    return false;
                }
                transaction.append(
                        new AttendanceFact.Registered(
                                activity.id(),
                                admit.member(),
                                new AttendanceFact.Counting(AttendanceRole.LINKED, Optional.empty(), false, false),
                                AttendanceFact.Registration.AT_DOOR,
                                now,
                                by,
                                Optional.empty(),
                                Optional.empty()),
                        moment);
            }
            case GuestAct.Name name -> {
                if (!activity.window().isOpenAt(now)) {
                    return false;
                }
                var named = new AttendanceFact.Named(
                        transaction.attach(name.name().encode(), RANDOM),
                        transaction.attach(name.belongs().encode(), RANDOM),
                        by);
                transaction.append(
                        new AttendanceFact.GuestCheckedIn(
                                activity.id(), name.kind(), Optional.empty(), Optional.of(named)),
                        moment);
            }
            case GuestAct.Withdraw withdraw -> {
                var guest = withdraw.guest();
                if (new GuestBook(transaction.db())
                        .of(activity.id()).stream()
                                .noneMatch(row -> row.member().equals(guest.member()) && row.seq() == guest.seq())) {
                    return false;
                }
                transaction.append(
                        guest.member()
                                .<AttendanceFact>map(
                                        member -> new AttendanceFact.CheckInCorrected(activity.id(), member, by))
                                .orElseGet(() -> new AttendanceFact.CheckInVoided(
                                        activity.id(),
                                        guest.seq(),
                                        AttendanceFact.VoidReason.STAFF_CORRECTION,
                                        Optional.empty(),
                                        Optional.of(by))),
                        moment);
            }
        }
        return true;
    }

    private static boolean isHere(LedgerTransaction transaction, Activity activity, MemberId member)
            throws SQLException {
        return new AttendanceBook(transaction.db())
                .of(new Attendee.OfMember(member)).stream()
                        .anyMatch(each -> each.activity().equals(activity.id()));
    }
}
