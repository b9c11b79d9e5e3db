package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.ReviewItem.Answer;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.attendance.RulingStore.Decision;
import cn.dangqun.server.ledger.Place;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Guests whom a reviewer recognised leave the guests and stand among the members, with their time; taken back, they
/// are guests again. Worked out anew for the whole activity each time, so that the order does not matter.
final class Recognition {
    private final Handle handle;
    private final Settling settling;

    Recognition(Handle handle) {
        this.handle = handle;
        this.settling = new Settling(handle);
    }

    void follow(ActivityId activity) {
        var decisions = new RulingStore(handle).guests(activity);
        if (decisions.isEmpty()) {
            return;
        }
        Set<MemberId> members = new HashSet<>(handle.createQuery("DELETE FROM attendance WHERE street = 1"
                        + " AND activity = ?" + Settling.OF_STREET + " RETURNING member")
                .bind(0, activity.value())
                .bind(1, KioskId.STREET.value())
                .mapTo(String.class)
                .map(MemberId::new)
                .set());
        handle.createQuery("UPDATE guest SET voided = 0 WHERE street = 1 AND activity = ? AND voided = 2"
                        + " RETURNING coalesce(card, '')")
                .bind(0, activity.value())
                .mapTo(String.class)
                .set()
                .forEach(card -> settling.countGuest(activity, card));
        handle.execute(
                "UPDATE guest SET counted = 1 WHERE street = 1 AND activity = ? AND voided = 0 AND card IS NULL",
                activity.value());
        decisions.stream().filter(each -> each.answer() == Answer.COUNTS).forEach(each -> {
            recognise(activity, each);
            members.add(each.member());
        });
        members.forEach(member -> settling.count(activity, member));
    }

    private record Admitted(String card, Instant at, int clock) {}

    private void recognise(ActivityId activity, Decision decision) {
        var named = decision.named().orElse(new Place(0, 0));
        handle.createQuery("SELECT coalesce(card, '') AS card, at, clock FROM guest WHERE street = 1 AND chain = ?"
                        + " AND seq = ? AND activity = ? AND voided = 0")
                .bind(0, named.chain())
                .bind(1, named.seq())
                .bind(2, activity.value())
                .map((row, ignored) -> new Admitted(
                        row.getString("card"), Instant.ofEpochMilli(row.getLong("at")), row.getInt("clock")))
                .findOne()
                .ifPresent(admitted -> {
                    handle.execute(
                            "UPDATE guest SET voided = 2, counted = 0 WHERE street = 1 AND activity = ? AND voided = 0"
                                    + " AND (card = ? OR (chain = ? AND seq = ?))",
                            activity.value(),
                            admitted.card(),
                            named.chain(),
                            named.seq());
                    insert(activity, decision, admitted);
                });
    }

    private void insert(ActivityId activity, Decision decision, Admitted admitted) {
        var as = decision.as();
        handle.execute(
                "INSERT INTO attendance (street, chain, seq, activity, member, role, method, late, at, roll, clock,"
                        + " to_sign, voided) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
                decision.own().chain(),
                decision.own().seq(),
                activity.value(),
                decision.member().value(),
                as.role().name(),
                (admitted.card().isEmpty() ? CheckInMethod.STAFF : CheckInMethod.CARD).name(),
                as.late() ? 1 : 0,
                admitted.at().toEpochMilli(),
                as.role() == AttendanceRole.MEMBER
                        ? as.roll().map(OrganizationId::value).orElse(null)
                        : null,
                admitted.clock(),
                new NoteStore(handle)
                                .isCorrected(
                                        new NoteStore.About(activity, decision.member(), decision.own(), admitted.at()))
                        ? 1
                        : 0);
    }
}
