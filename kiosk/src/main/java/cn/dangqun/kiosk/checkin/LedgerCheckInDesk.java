package cn.dangqun.kiosk.checkin;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.AttendanceSheet.View;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.FreezeCause;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.LocalAttendance;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.kiosk.activity.BegunActivities;
import cn.dangqun.kiosk.activity.LedgerActivities;
import cn.dangqun.kiosk.attendance.Attendance;
import cn.dangqun.kiosk.attendance.AttendanceBook;
import cn.dangqun.kiosk.attendance.Attendee;
import cn.dangqun.kiosk.attendance.RollBook;
import cn.dangqun.kiosk.identify.Identification;
import cn.dangqun.kiosk.identify.Identity;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerTransaction;
import cn.dangqun.kiosk.ledger.NotEnrolledException;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.protocol.Signature;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// The desk on top of the ledger: every tap is decided and recorded in one transaction on the store thread, one after
/// another, so that two taps of one person never both count. The moment that counts is the moment of the tap, however
/// long the disk takes.
public final class LedgerCheckInDesk implements CheckInDesk {
    /// How long a person may undo (F-07).
    public static final Duration UNDO = Duration.ofSeconds(10);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Ledger ledger;
    private final ReferenceStore reference;
    private final KioskClock clock;
    private final ZoneId zone;

    public LedgerCheckInDesk(Ledger ledger, ReferenceStore reference, KioskClock clock, ZoneId zone) {
        this.ledger = ledger;
        this.reference = reference;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public CompletableFuture<CheckInOutcome> present(Credential credential) {
        return atDesk(visit -> visit.present(credential));
    }

    @Override
    public CompletableFuture<CheckInOutcome> presentFor(Credential credential, ActivityId choice) {
        return atDesk(visit -> visit.presentFor(credential, choice));
    }

    @Override
    public CompletableFuture<CheckInOutcome> admitGuest(Credential credential, ActivityId activity, GuestKind kind) {
        return atDesk(visit -> visit.admitGuest(credential, activity, kind));
    }

    @Override
    public CompletableFuture<CheckInOutcome> sign(CheckInOutcome.SignatureAsked asked, Signature signature) {
        return atDesk(visit -> visit.sign(asked, signature));
    }

    private interface Step {
        CheckInOutcome take(Visit visit) throws SQLException, NotEnrolledException;
    }

    private CompletableFuture<CheckInOutcome> atDesk(Step step) {
        var moment = clock.read();
        if (reference.sealing().isPresent()) {
            return CompletableFuture.completedFuture(new CheckInOutcome.KioskSealed());
        }
        return ledger.write(transaction -> {
                    var visit = new Visit(
                            transaction, BegunActivities.over(reference.index(), transaction.db(), zone), moment);
                    return ClockDoubt.heed(step.take(visit), visit.decided.quality());
                })
                .thenApply(LedgerCheckInDesk::outcome);
    }

    private static CheckInOutcome outcome(Commit<CheckInOutcome> commit) {
        return switch (commit) {
            case Commit.Done<CheckInOutcome>(var outcome) -> outcome;
            case Commit.NotSaved<CheckInOutcome> _ -> new CheckInOutcome.NotSaved();
        };
    }

    @Override
    public CompletableFuture<Boolean> undo(FactId checkIn) {
        var pressed = clock.read();
        return ledger.write(transaction -> undo(transaction, checkIn, pressed))
                .thenApply(commit -> commit instanceof Commit.Done<Boolean>(var undone) && undone);
    }

    private static boolean undo(LedgerTransaction transaction, FactId checkIn, ClockReading pressed)
            throws SQLException, NotEnrolledException {
        var recorded = transaction.find(checkIn);
        var standing = new AttendanceBook(transaction.db()).standing(checkIn.seq());
        if (recorded.isEmpty() || standing.isEmpty() || !isInTime(recorded.get().clock(), pressed)) {
            return false;
        }
        transaction.append(
                new AttendanceFact.CheckInVoided(
                        standing.get().activity(), checkIn.seq(), AttendanceFact.VoidReason.SELF_UNDO),
                pressed);
        return true;
    }

    /// By the monotonic clock: setting the wall clock gives nobody more time.
    private static boolean isInTime(ClockReading checkedIn, ClockReading pressed) {
        return checkedIn.bootId().equals(pressed.bootId())
                && pressed.sinceBoot().minus(checkedIn.sinceBoot()).compareTo(UNDO) <= 0;
    }

    /// One person before the desk, inside one transaction.
    private final class Visit {
        private final LedgerTransaction transaction;
        private final ReferenceIndex index;
        private final AttendanceBook book;
        private final Map<ActivityId, LocalAttendance> activities = new HashMap<>();
        private final CheckInRules rules;
        private final ClockReading moment;
        private final ClockReading.Decided decided;
        private final Instant now;

        Visit(LedgerTransaction transaction, ReferenceIndex index, ClockReading moment) throws SQLException {
            this.transaction = transaction;
            this.index = index;
            this.book = new AttendanceBook(transaction.db());
            this.rules =
                    new CheckInRules(index, activity -> Objects.requireNonNull(activities.get(activity.id())), zone);
            this.moment = moment;
            this.decided = transaction.judge(moment);
            this.now = decided.instant();
            for (var activity : index.activities()) {
                if (LedgerActivities.isToday(activity, now, zone)) {
                    activities.put(activity.id(), book.attendance(activity, index.roster()));
                }
            }
        }

        CheckInOutcome present(Credential credential) throws SQLException, NotEnrolledException {
            return switch (identify(credential)) {
                case Identity.Known known -> carryOut(rules.decide(known.member(), now, attended(known)), known);
                case Identity.UnknownCard(var card) -> stranger(card);
                case Identity.UnknownMember(var member) -> verified(member);
                case Identity.Refused(var fault) -> new CheckInOutcome.CodeRefused(fault);
            };
        }

        CheckInOutcome presentFor(Credential credential, ActivityId choice) throws SQLException, NotEnrolledException {
            return identify(credential) instanceof Identity.Known known
                    ? carryOut(rules.decideFor(known.member(), now, attended(known), choice), known)
                    : present(credential);
        }

        CheckInOutcome admitGuest(Credential credential, ActivityId choice, GuestKind kind)
                throws SQLException, NotEnrolledException {
            return switch (identify(credential)) {
                case Identity.Known _ -> presentFor(credential, choice);
                case Identity.UnknownCard(var card) -> admit(choice, kind, card);
                case Identity.UnknownMember(var member) -> verified(member, choice);
                case Identity.Refused(var fault) -> new CheckInOutcome.CodeRefused(fault);
            };
        }

        private Identity identify(Credential credential) {
            return Identification.of(credential, index, LocalDate.ofInstant(now, zone));
        }

        private CheckInOutcome carryOut(Decision decision, Identity.Known known)
                throws SQLException, NotEnrolledException {
            var member = known.member();
            return switch (decision) {
                case Decision.Answer(var outcome) -> outcome;
                case Decision.Already already ->
                    isUnsigned(already.activity(), member.id())
                            ? new CheckInOutcome.SignatureAsked(already.activity(), member.id(), member.name(), false)
                            : already(already, Optional.of(member.name()));
                case Decision.CheckIn(var activity, var role, var roll, var late) -> {
                    freeze(activity, roll);
                    boolean toSign = activity.asksSignature() && role == AttendanceRole.MEMBER;
                    var fact = transaction.append(
                            new AttendanceFact.CheckedIn(
                                    activity.id(),
                                    member.id(),
                                    role,
                                    known.method(),
                                    late,
                                    roll.map(RollSnapshot::organization),
                                    toSign),
                            moment);
                    yield toSign && isUnsigned(activity, member.id())
                            ? new CheckInOutcome.SignatureAsked(activity, member.id(), member.name(), late)
                            : new CheckInOutcome.CheckedIn(
                                    activity, member.id(), member.name(), role, late, now, fact.id(), tally(activity));
                }
            };
        }

        /// What was taken back meanwhile cannot be signed: the person taps again.
        CheckInOutcome sign(CheckInOutcome.SignatureAsked asked, Signature signature)
                throws SQLException, NotEnrolledException {
            if (!isUnsigned(asked.activity(), asked.member())) {
                return new CheckInOutcome.NotSaved();
            }
            var strokes = transaction.attach(signature.encode(), RANDOM);
            var fact = transaction.append(
                    new AttendanceFact.Signed(
                            asked.activity().id(), asked.member(), Optional.of(strokes), Optional.empty()),
                    moment);
            return new CheckInOutcome.Signed(
                    asked.activity(),
                    asked.member(),
                    asked.name(),
                    asked.late(),
                    now,
                    fact.id(),
                    tally(asked.activity()));
        }

        private boolean isUnsigned(Activity activity, MemberId member) throws SQLException {
            return book.attendance(activity, index.roster()).lines(View.FOR_RECORD).stream()
                    .anyMatch(line ->
                            line.member().equals(member) && line.line().state() == AttendanceState.CHECKED_IN_UNSIGNED);
        }

        /// The first tap of somebody on a roll freezes it (RULES, Freezing), in the same transaction and before the
        /// tap.
        private void freeze(Activity activity, Optional<RollSnapshot> roll) throws SQLException, NotEnrolledException {
            if (roll.isPresent()) {
                new RollBook(transaction, index, reference.applied(), moment)
                        .freeze(activity, roll.get(), FreezeCause.FIRST_TAP);
            }
        }

        private CheckInOutcome admit(ActivityId choice, GuestKind kind, CardKey card)
                throws SQLException, NotEnrolledException {
            var activity = index.activity(choice).filter(each -> each.window().isOpenAt(now));
            var before = attended(new Attendee.OfCard(card)).get(choice);
            if (activity.isEmpty()) {
                return new CheckInOutcome.UnknownCard(rules.open(now));
            }
            if (before != null) {
                return already(new Decision.Already(activity.get(), before), Optional.empty());
            }
            var fact = transaction.append(new AttendanceFact.GuestCheckedIn(choice, kind, Optional.of(card)), moment);
            return new CheckInOutcome.GuestCheckedIn(activity.get(), kind, now, fact.id(), tally(activity.get()));
        }

        /// A genuine code says who it is, though the kiosk has no name: recorded once, at what is open.
        private CheckInOutcome verified(MemberId member) throws SQLException, NotEnrolledException {
            var open = rules.open(now);
            var latest = CheckInRules.latestAttended(open, attended(new Attendee.OfMember(member)));
            if (latest.isPresent()) {
                return already(latest.get(), Optional.empty());
            }
            return open.size() == 1 ? verified(member, open.getFirst().id()) : new CheckInOutcome.UnknownCard(open);
        }

        /// As a member of the roll they are on, wherever they belong; otherwise 列席.
        private CheckInOutcome verified(MemberId member, ActivityId choice) throws SQLException, NotEnrolledException {
            var activity = index.activity(choice).filter(each -> each.window().isOpenAt(now));
            if (activity.isEmpty()) {
                return new CheckInOutcome.UnknownCard(rules.open(now));
            }
            var before = attended(new Attendee.OfMember(member)).get(choice);
            if (before != null) {
                return already(new Decision.Already(activity.get(), before), Optional.empty());
            }
            var roll = book.attendance(activity.get(), index.roster()).rollWith(member);
            freeze(activity.get(), roll);
            var role = roll.isPresent() ? AttendanceRole.MEMBER : AttendanceRole.OBSERVER;
            boolean late = activity.get().window().isLateAt(now);
            var fact = transaction.append(
                    new AttendanceFact.CheckedIn(
                            choice, member, role, CheckInMethod.QR, late, roll.map(RollSnapshot::organization)),
                    moment);
            return new CheckInOutcome.Verified(activity.get(), member, role, now, fact.id(), tally(activity.get()));
        }

        /// Somebody the kiosk does not know; perhaps a guest who was admitted before.
        private CheckInOutcome stranger(CardKey card) throws SQLException {
            var open = rules.open(now);
            var latest = CheckInRules.latestAttended(open, attended(new Attendee.OfCard(card)));
            return latest.isPresent() ? already(latest.get(), Optional.empty()) : new CheckInOutcome.UnknownCard(open);
        }

        private CheckInOutcome already(Decision.Already already, Optional<PersonName> name) throws SQLException {
            return new CheckInOutcome.AlreadyCheckedIn(
                    already.activity(), name, already.attendance().at(), tally(already.activity()));
        }

        private Map<ActivityId, Attendance> attended(Identity.Known known) throws SQLException {
            return attended(new Attendee.OfMember(known.member().id()));
        }

        private Map<ActivityId, Attendance> attended(Attendee attendee) throws SQLException {
            return book.of(attendee).stream()
                    .collect(Collectors.toUnmodifiableMap(Attendance::activity, attendance -> attendance));
        }

        private Tally tally(Activity activity) throws SQLException {
            return book.attendance(activity, index.roster()).tally();
        }
    }
}
