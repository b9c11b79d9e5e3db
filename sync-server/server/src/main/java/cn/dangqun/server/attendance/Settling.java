package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.ReviewItem.Answer;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.server.attendance.RulingStore.Decision;
import cn.dangqun.server.ledger.Place;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Which of somebody's check-ins counts, after whatever was recorded of them and decided about it. Everything is
/// worked out anew each time, so that the order in which it came does not matter.
final class Settling {
    /// As `voided` of a row: it stands, but a reviewer decided that it does not count.
    static final int SET_ASIDE = 2;

    /// Of those of one person in one activity that stand, the earliest of those whose clock is best to be
    /// believed. Kiosk and epoch decide between two of one millisecond, whatever number their chain has here.
    private static final String EARLIEST = """
            (street, chain, seq) = (SELECT 1, t.chain, t.seq FROM %1$s t
              JOIN chain c ON c.street = 1 AND c.number = t.chain
              WHERE t.street = 1 AND t.activity = ? AND t.%2$s = ? AND t.voided = 0%3$s
              ORDER BY t.clock, t.at, c.kiosk, c.epoch, t.seq LIMIT 1)""";

    private static final String OF_PERSON = " WHERE street = 1 AND activity = ? AND member = ?";
    static final String OF_STREET = " AND chain IN (SELECT number FROM chain WHERE street = 1 AND kiosk = ?)";
    /// Two check-ins of one person so close to each other may overlap.
    static final Duration NEAR = Duration.ofHours(6);

    private final Handle handle;
    private final RulingStore rulings;

    Settling(Handle handle) {
        this.handle = handle;
        this.rulings = new RulingStore(handle);
    }

    void count(ActivityId activity, MemberId member) {
        var decisions = rulings.about(activity, member);
        if (!decisions.isEmpty()) {
            obey(activity, member, decisions);
        }
        handle.execute(
                "UPDATE attendance SET counted = NULL" + OF_PERSON + " AND counted = 1",
                activity.value(),
                member.value());
        int counted = handle.execute(
                "UPDATE attendance SET counted = 1 WHERE "
                        + EARLIEST.formatted("attendance", "member", " AND t.awaiting = 0"),
                activity.value(),
                member.value());
        if (counted > 0) {
            noteOverlaps(activity, member);
        }
        new RollLines(new RollStore(handle), activity).follow(member);
    }

    private void obey(ActivityId activity, MemberId member, List<Decision> decisions) {
        handle.execute(
                "UPDATE attendance SET voided = 0" + OF_PERSON + " AND voided = 2", activity.value(), member.value());
        handle.execute("UPDATE attendance SET awaiting = awaited" + OF_PERSON, activity.value(), member.value());
        handle.execute(
                "DELETE FROM attendance_note" + OF_PERSON + OF_STREET,
                activity.value(),
                member.value(),
                KioskId.STREET.value());
        decisions.forEach(each -> obey(activity, member, each));
    }

    private void obey(ActivityId activity, MemberId member, Decision decision) {
        var named = decision.named().orElse(new Place(0, 0));
        switch (decision.item().kind()) {
            case CLOCK, MAKEUP -> {
                if (decision.answer() == Answer.SET_ASIDE) {
                    setAside(activity, member, " AND chain = ? AND seq = ?", named);
                } else if (decision.answer() == Answer.COUNTS) {
                    handle.execute(
                            "UPDATE attendance SET awaiting = 0" + OF_PERSON + " AND chain = ? AND seq = ?",
                            activity.value(),
                            member.value(),
                            named.chain(),
                            named.seq());
                }
            }
            case DUPLICATE -> {
                if (decision.answer() == Answer.COUNTS && stands(named)) {
                    setAside(activity, member, " AND awaiting = 0 AND (chain <> ? OR seq <> ?)", named);
                }
            }
            case OVERLAP -> {
                boolean first = decision.item().activity().orElseThrow().equals(activity);
                if (decision.answer() == (first ? Answer.AT_OTHER : Answer.AT_FIRST)) {
                    setAside(activity, member, " AND chain <> ? AND seq <> ?", new Place(0, 0));
                }
            }
            case UNSIGNED -> {
                if (decision.answer() == Answer.COUNTS) {
                    signed(activity, member, decision.own());
                }
            }
            case GUEST, ROSTER, LATE, PARKED, UNCLOSED, ACTIVITY -> {}
        }
    }

    private boolean stands(Place place) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM attendance WHERE street = 1 AND chain = ? AND seq = ?"
                        + " AND voided = 0 AND awaiting = 0)")
                .bind(0, place.chain())
                .bind(1, place.seq())
                .mapTo(Boolean.class)
                .one();
    }

    private void setAside(ActivityId activity, MemberId member, String which, Place named) {
        handle.execute(
                "UPDATE attendance SET voided = " + SET_ASIDE + OF_PERSON + " AND voided = 0" + which,
                activity.value(),
                member.value(),
                named.chain(),
                named.seq());
    }

    /// The paper sheet bears the signature: noted when it was decided.
    private void signed(ActivityId activity, MemberId member, Place own) {
        handle.execute(
                "INSERT INTO attendance_note (street, chain, seq, activity, member, kind, noted_at, voided)"
                        + " SELECT 1, d.chain, d.seq, d.activity, d.member, 'SIGNED', d.at, 0 FROM review_decision d"
                        + " WHERE d.street = 1 AND d.activity = ? AND d.member = ? AND d.chain = ? AND d.seq = ?",
                activity.value(),
                member.value(),
                own.chain(),
                own.seq());
    }

    /// Whether two activities overlap is looked at when somebody asks: plans change.
    void noteOverlaps(ActivityId activity, MemberId member) {
        handle.execute(
                "INSERT INTO attendance_overlap (street, activity, member, other)"
                        + " SELECT 1, CASE WHEN o.activity < t.activity THEN o.activity ELSE t.activity END, t.member,"
                        + " CASE WHEN o.activity < t.activity THEN t.activity ELSE o.activity END"
                        + " FROM attendance t JOIN attendance o ON o.street = 1 AND o.member = t.member"
                        + " AND o.at BETWEEN t.at - ? AND t.at + ? AND o.counted = 1 AND o.activity <> t.activity"
                        + " WHERE t.street = 1 AND t.activity = ? AND t.member = ? AND t.counted = 1"
                        + " ON CONFLICT (street, activity, member, other) DO NOTHING",
                NEAR.toMillis(),
                NEAR.toMillis(),
                activity.value(),
                member.value());
    }

    /// Of one card's admissions to one activity the earliest that stands is counted.
    void countGuest(ActivityId activity, String card) {
        handle.execute(
                "UPDATE guest SET counted = 0 WHERE street = 1 AND activity = ? AND card = ? AND counted = 1",
                activity.value(),
                card);
        handle.execute(
                "UPDATE guest SET counted = 1 WHERE " + EARLIEST.formatted("guest", "card", ""),
                activity.value(),
                card);
    }
}
