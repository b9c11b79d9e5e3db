package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.ledger.CarriedFacts;
import cn.dangqun.server.ledger.Projection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Check-ins, guests and frozen rolls as rows. Of one person's check-ins in one activity the earliest that stands is
/// counted, whichever kiosk it came from and whenever it arrived (RULES, reconciliation 2); the others are kept beside
/// it. So it is with a guest's card.
public final class AttendanceProjection implements Projection {
    @Override
    public boolean apply(Handle handle, RecordedFact recorded, ChangeLog changes) {
        return !(recorded.fact() instanceof AttendanceFact fact) || apply(handle, recorded, fact, changes);
    }

    private static boolean apply(Handle handle, RecordedFact recorded, AttendanceFact attendance, ChangeLog changes) {
        return switch (attendance) {
            case AttendanceFact.CheckedIn fact -> {
                checkedIn(handle, recorded, fact);
                changes.activity(fact.activity());
                yield true;
            }
            case AttendanceFact.GuestCheckedIn fact -> {
                guest(handle, recorded, fact);
                changes.activity(fact.activity());
                yield true;
            }
            case AttendanceFact.CheckInVoided fact -> voided(handle, recorded, fact, changes);
            case AttendanceFact.RollFrozen fact -> {
                var rolls = new RollStore(handle);
                rolls.freeze(recorded, fact);
                new RollLines(rolls, fact.activity()).follow();
                changes.activity(fact.activity());
                yield true;
            }
        };
    }

    private static void checkedIn(Handle handle, RecordedFact recorded, AttendanceFact.CheckedIn fact) {
        handle.execute(
                "INSERT INTO attendance (kiosk, epoch, seq, activity, member, role, method, late, at, roll)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                recorded.id().kiosk().value(),
                recorded.id().epoch().hex(),
                recorded.id().seq(),
                fact.activity().value(),
                fact.member().value(),
                fact.role().name(),
                fact.method().name(),
                fact.late() ? 1 : 0,
                recorded.clock().wall().toEpochMilli(),
                fact.roll().map(OrganizationId::value).orElse(null));
        count(handle, fact.activity(), fact.member());
    }

    private static void guest(Handle handle, RecordedFact recorded, AttendanceFact.GuestCheckedIn fact) {
        handle.execute(
                "INSERT INTO guest (kiosk, epoch, seq, activity, kind, card, at, counted)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                recorded.id().kiosk().value(),
                recorded.id().epoch().hex(),
                recorded.id().seq(),
                fact.activity().value(),
                fact.kind().name(),
                fact.card().map(CardKey::hex).orElse(null),
                recorded.clock().wall().toEpochMilli(),
                fact.card().isPresent() ? 0 : 1);
        fact.card().ifPresent(card -> countGuest(handle, fact.activity(), card.hex()));
    }

    /// A void must name an earlier check-in of the same kiosk and activity. Voiding twice changes nothing.
    private static boolean voided(
            Handle handle, RecordedFact recorded, AttendanceFact.CheckInVoided fact, ChangeLog changes) {
        var found = target(new CarriedFacts(handle), recorded, fact)
                .filter(target ->
                        voidedMember(handle, target, fact.activity()) || voidedGuest(handle, target, fact.activity()));
        found.ifPresent(target -> changes.activity(fact.activity()));
        return found.isPresent();
    }

    /// Where the check-in stands: in this ledger, or, named by its origin, wherever that is. A carried void whose
    /// target nobody could name voids nobody.
    private static Optional<FactId> target(
            CarriedFacts ledgers, RecordedFact recorded, AttendanceFact.CheckInVoided fact) {
        var id = recorded.id();
        if (fact.voided().isPresent()) {
            var writer = recorded.carried().map(origin -> origin.id().kiosk()).orElse(id.kiosk());
            return fact.voided()
                    .filter(origin -> origin.id().kiosk().equals(writer))
                    .flatMap(ledgers::locate);
        }
        return recorded.carried().isPresent() || fact.voidedSeq() < 1
                ? Optional.empty()
                : Optional.of(ledgers.locate(new FactId(id.kiosk(), id.epoch(), fact.voidedSeq())));
    }

    private static boolean voidedMember(Handle handle, FactId target, ActivityId activity) {
        var member = voided(handle, "UPDATE attendance SET voided = 1", "member", target, activity);
        member.ifPresent(value -> count(handle, activity, new MemberId(value)));
        return member.isPresent();
    }

    private static boolean voidedGuest(Handle handle, FactId target, ActivityId activity) {
        var card = voided(handle, "UPDATE guest SET voided = 1, counted = 0", "coalesce(card, '')", target, activity);
        card.filter(value -> !value.isEmpty()).ifPresent(value -> countGuest(handle, activity, value));
        return card.isPresent();
    }

    private static Optional<String> voided(
            Handle handle, String update, String who, FactId target, ActivityId activity) {
        return handle.createQuery(
                        update + " WHERE kiosk = ? AND epoch = ? AND seq = ? AND activity = ? RETURNING " + who)
                .bind(0, target.kiosk().value())
                .bind(1, target.epoch().hex())
                .bind(2, target.seq())
                .bind(3, activity.value())
                .mapTo(String.class)
                .findOne();
    }

    /// Of one card's admissions to one activity the earliest that stands is counted.
    private static void countGuest(Handle handle, ActivityId activity, String card) {
        handle.execute(
                "UPDATE guest SET counted = 0 WHERE activity = ? AND card = ? AND counted = 1", activity.value(), card);
        handle.execute(
                "UPDATE guest SET counted = 1 WHERE (kiosk, epoch, seq) ="
                        + " (SELECT kiosk, epoch, seq FROM guest WHERE activity = ? AND card = ? AND voided = 0"
                        + " ORDER BY at, kiosk, epoch, seq LIMIT 1)",
                activity.value(),
                card);
    }

    private static void count(Handle handle, ActivityId activity, MemberId member) {
        handle.execute(
                "UPDATE attendance SET counted = 0 WHERE activity = ? AND member = ? AND counted = 1",
                activity.value(),
                member.value());
        handle.execute(
                "UPDATE attendance SET counted = 1 WHERE (kiosk, epoch, seq) ="
                        + " (SELECT kiosk, epoch, seq FROM attendance WHERE activity = ? AND member = ? AND voided = 0"
                        + " ORDER BY at, kiosk, epoch, seq LIMIT 1)",
                activity.value(),
                member.value());
        new RollLines(new RollStore(handle), activity).follow(member);
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM attendance");
        handle.execute("DELETE FROM guest");
        new RollStore(handle).clear();
    }
}
