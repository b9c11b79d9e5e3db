package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.ledger.Projection;
import org.jdbi.v3.core.Handle;

/// Check-ins, guests and unlocks as rows. Of one person's check-ins in one activity the earliest that stands is
/// counted, whichever kiosk it came from and whenever it arrived (RULES, reconciliation 2); the others are kept beside
/// it.
public final class AttendanceProjection implements Projection {
    @Override
    public boolean apply(Handle handle, RecordedFact recorded, ChangeLog changes) {
        return switch (recorded.fact()) {
            case Fact.CheckedIn fact -> {
                checkedIn(handle, recorded, fact);
                changes.activity(fact.activity());
                yield true;
            }
            case Fact.GuestCheckedIn fact -> {
                guest(handle, recorded, fact);
                changes.activity(fact.activity());
                yield true;
            }
            case Fact.CheckInVoided fact -> voided(handle, recorded.id(), fact, changes);
            case Fact.StaffUnlocked fact -> {
                unlocked(handle, recorded, fact);
                yield true;
            }
        };
    }

    private static void checkedIn(Handle handle, RecordedFact recorded, Fact.CheckedIn fact) {
        handle.execute(
                "INSERT INTO attendance (kiosk, epoch, seq, activity, member, role, method, late, at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                recorded.id().kiosk().value(),
                recorded.id().epoch().hex(),
                recorded.id().seq(),
                fact.activity().value(),
                fact.member().value(),
                fact.role().name(),
                fact.method().name(),
                fact.late() ? 1 : 0,
                recorded.clock().wall().toEpochMilli());
        count(handle, fact.activity(), fact.member());
    }

    private static void guest(Handle handle, RecordedFact recorded, Fact.GuestCheckedIn fact) {
        handle.execute(
                "INSERT INTO guest (kiosk, epoch, seq, activity, kind, card, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                recorded.id().kiosk().value(),
                recorded.id().epoch().hex(),
                recorded.id().seq(),
                fact.activity().value(),
                fact.kind().name(),
                fact.card().map(CardKey::hex).orElse(null),
                recorded.clock().wall().toEpochMilli());
    }

    private static void unlocked(Handle handle, RecordedFact recorded, Fact.StaffUnlocked fact) {
        handle.execute(
                "INSERT INTO staff_unlock (kiosk, epoch, seq, staff, at) VALUES (?, ?, ?, ?, ?)",
                recorded.id().kiosk().value(),
                recorded.id().epoch().hex(),
                recorded.id().seq(),
                fact.staff(),
                recorded.clock().wall().toEpochMilli());
    }

    /// A void must name an earlier check-in of the same kiosk, epoch and activity. Voiding twice changes nothing.
    private static boolean voided(Handle handle, FactId id, Fact.CheckInVoided fact, ChangeLog changes) {
        var member = handle.createQuery("UPDATE attendance SET voided = 1"
                        + " WHERE kiosk = ? AND epoch = ? AND seq = ? AND activity = ? RETURNING member")
                .bind(0, id.kiosk().value())
                .bind(1, id.epoch().hex())
                .bind(2, fact.voidedSeq())
                .bind(3, fact.activity().value())
                .mapTo(String.class)
                .findOne();
        member.ifPresent(value -> count(handle, fact.activity(), new MemberId(value)));
        var found = member.isPresent() || voidedGuest(handle, id, fact);
        if (found) {
            changes.activity(fact.activity());
        }
        return found;
    }

    private static boolean voidedGuest(Handle handle, FactId id, Fact.CheckInVoided fact) {
        return handle.execute(
                        "UPDATE guest SET voided = 1 WHERE kiosk = ? AND epoch = ? AND seq = ? AND activity = ?",
                        id.kiosk().value(),
                        id.epoch().hex(),
                        fact.voidedSeq(),
                        fact.activity().value())
                > 0;
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
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM attendance");
        handle.execute("DELETE FROM guest");
        handle.execute("DELETE FROM staff_unlock");
    }
}
