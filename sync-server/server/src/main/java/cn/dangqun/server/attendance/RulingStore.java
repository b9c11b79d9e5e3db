package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.RollEntry;
import cn.dangqun.domain.fact.AttendanceFact.Counting;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.ReviewItem.Answer;
import cn.dangqun.domain.fact.ReviewItem.Kind;
import cn.dangqun.domain.fact.StreetFact.Ruling;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.ledger.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// SQL of what reviewers decided: one row for each item, the last decision about it.
record RulingStore(Handle handle) {
    /// A decision as the projections follow it. `other` is the other activity of an overlap, `named` where the record
    /// stands that it judges, and empty while that has not come.
    record Decision(
            ReviewItem item,
            Answer answer,
            Place own,
            String other,
            Optional<Place> named,
            MemberId member,
            Counting as) {}

    /// What a decision says beyond its answer. `member` is whom it is about.
    record Detail(Optional<MemberId> member, Optional<FactId> named, Optional<Counting> as, boolean voting) {
        static Detail of(ReviewItem item) {
            return new Detail(item.member(), item.fact(), Optional.empty(), false);
        }
    }

    void put(Place place, RecordedFact recorded, ReviewItem item, Answer answer, Ruling ruling, Detail detail) {
        handle.execute(
                "INSERT INTO review_decision (street, kind, item, answer, chain, seq, login, reason, at, activity, other,"
                        + " member, kiosk, epoch, number, role, roll, late, voting)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (street, kind, item) DO UPDATE SET answer = excluded.answer,"
                        + " chain = excluded.chain, seq = excluded.seq, login = excluded.login,"
                        + " reason = excluded.reason, at = excluded.at, member = excluded.member,"
                        + " kiosk = excluded.kiosk, epoch = excluded.epoch, number = excluded.number,"
                        + " role = excluded.role, roll = excluded.roll, late = excluded.late, voting = excluded.voting",
                item.kind().name(),
                item.key(),
                answer.name(),
                place.chain(),
                place.seq(),
                ruling.login(),
                ruling.reason(),
                recorded.clock().instant().toEpochMilli(),
                item.activity().map(ActivityId::value).orElse(""),
                item.kind() == Kind.OVERLAP ? item.ids().get(2) : null,
                detail.member.map(MemberId::value).orElse(null),
                detail.named.map(each -> each.kiosk().value()).orElse(null),
                detail.named.map(each -> each.epoch().hex()).orElse(null),
                detail.named.map(FactId::seq).orElse(null),
                detail.as.map(each -> each.role().name()).orElse(null),
                detail.as.flatMap(Counting::roll).map(OrganizationId::value).orElse(null),
                detail.as.filter(Counting::late).isPresent() ? 1 : 0,
                detail.voting ? 1 : 0);
    }

    private static final String DECISIONS = "SELECT d.*, c.number AS named_chain FROM review_decision d"
            + " LEFT JOIN chain c ON c.street = 1 AND c.kiosk = d.kiosk AND c.epoch = d.epoch WHERE d.street = 1";

    /// Of one person, those that touch the activity.
    List<Decision> about(ActivityId activity, MemberId member) {
        return handle.createQuery(DECISIONS + " AND d.member = :member AND d.kind <> 'GUEST'"
                        + " AND (d.activity = :activity OR d.other = :activity)")
                .bind("member", member.value())
                .bind("activity", activity.value())
                .map((row, ignored) -> decision(row))
                .list();
    }

    List<Decision> guests(ActivityId activity) {
        return handle.createQuery(DECISIONS + " AND d.activity = ? AND d.kind = 'GUEST'")
                .bind(0, activity.value())
                .map((row, ignored) -> decision(row))
                .list();
    }

    private static Decision decision(ResultSet row) throws SQLException {
        var kind = Kind.valueOf(row.getString("kind"));
        return new Decision(
                new ReviewItem(kind, row.getString("item")),
                Answer.valueOf(row.getString("answer")),
                new Place(row.getLong("chain"), row.getLong("seq")),
                Optional.ofNullable(row.getString("other")).orElse(""),
                Optional.of(row.getLong("named_chain"))
                        .filter(chain -> chain > 0)
                        .map(chain -> new Place(chain, number(row))),
                new MemberId(Optional.ofNullable(row.getString("member")).orElse("-")),
                new Counting(
                        Optional.ofNullable(row.getString("role"))
                                .map(AttendanceRole::valueOf)
                                .orElse(AttendanceRole.OBSERVER),
                        Optional.ofNullable(row.getString("roll")).map(OrganizationId::new),
                        row.getBoolean("late"),
                        false));
    }

    private static long number(ResultSet row) {
        try {
            return row.getLong("number");
        } catch (SQLException e) {
            throw new IllegalStateException("a column of our own cannot be read", e);
        }
    }

    /// Who belongs on the frozen rolls of the activity after all.
    Map<OrganizationId, List<RollEntry>> amendments(ActivityId activity) {
        return handle
                .createQuery("SELECT item, member, voting FROM review_decision WHERE street = 1 AND activity = ?"
                        + " AND kind = 'ROSTER' AND answer = 'COUNTS' ORDER BY item")
                .bind(0, activity.value())
                .map((row, ignored) -> Map.entry(
                        new OrganizationId(new ReviewItem(Kind.ROSTER, row.getString("item"))
                                .ids()
                                .get(2)),
                        new RollEntry(
                                new MemberId(row.getString("member")), row.getBoolean("voting"), Optional.empty())))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    void clear() {
        handle.execute("DELETE FROM review_decision");
        handle.execute("DELETE FROM attendance_overlap");
    }
}
