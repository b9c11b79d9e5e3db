package cn.dangqun.server.review;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.ReviewItem.Kind;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.review.Case.About;
import cn.dangqun.server.review.Case.Answered;
import cn.dangqun.server.review.Case.Line;
import cn.dangqun.server.review.Case.Person;
import cn.dangqun.server.review.Case.Tap;
import cn.dangqun.server.review.Waiting.Decided;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads what the street holds about one item. Call it inside one read transaction.
record CaseReader(Handle handle) {
    private static final String FACTS = """
            SELECT t.activity, coalesce(a.title, t.activity) AS title, t.chain, t.seq, t.at, t.late, t.clock, t.counted, t.voided, t.awaiting,
              t.to_sign AND NOT EXISTS (SELECT 1 FROM attendance_note n WHERE n.street = 1 AND n.activity = t.activity
                AND n.member = t.member AND n.kind = 'SIGNED' AND n.voided = 0) AS unsigned,
              coalesce(t.how, '') AS how, f.received_at, c.kiosk, c.epoch, coalesce(k.name, c.kiosk) AS kiosk_name,
              coalesce(s.name, '') AS site_name
            FROM attendance t
            JOIN chain c ON c.street = 1 AND c.number = t.chain
            JOIN fact f ON f.street = 1 AND f.chain = t.chain AND f.seq = t.seq
            LEFT JOIN kiosk k ON k.street = 1 AND k.id = c.kiosk
            LEFT JOIN site s ON s.street = 1 AND s.id = k.site
            LEFT JOIN activity a ON a.street = 1 AND a.id = t.activity
            WHERE t.street = 1 AND t.member = :member AND t.activity IN (:activity, :other) ORDER BY t.at, c.kiosk, t.seq""";

    private static final String GUESTS = """
            SELECT g.activity, coalesce(a.title, g.activity) AS title, g.chain, g.seq, g.at, 0 AS late, g.clock, g.counted, g.voided, 0 AS awaiting, 0 AS unsigned,
              CASE WHEN g.name IS NULL THEN '' ELSE 'AT_DOOR' END AS how, f.received_at, c.kiosk, c.epoch, coalesce(k.name, c.kiosk) AS kiosk_name,
              coalesce(s.name, '') AS site_name
            FROM guest g
            JOIN chain c ON c.street = 1 AND c.number = g.chain
            JOIN fact f ON f.street = 1 AND f.chain = g.chain AND f.seq = g.seq
            LEFT JOIN kiosk k ON k.street = 1 AND k.id = c.kiosk
            LEFT JOIN site s ON s.street = 1 AND s.id = k.site
            LEFT JOIN activity a ON a.street = 1 AND a.id = g.activity
            WHERE g.street = 1 AND c.kiosk = :kiosk AND c.epoch = :epoch AND g.seq = :seq""";

    Case read(Waiting waiting) {
        var item = waiting.item();
        var activity = item.activity();
        return new Case(
                waiting,
                activity.map(each -> item.kind() == Kind.ACTIVITY ? ofBranch(item, about(each)) : about(each))
                        .orElseGet(() -> new About("", "", "", "", 0, "")),
                item.member().map(this::person).orElse(Person.NOBODY),
                taps(item),
                item.member()
                        .flatMap(member -> activity.map(each -> lines(each, member)))
                        .orElse(List.of()),
                answered(item));
    }

    private About about(ActivityId activity) {
        return handle.createQuery("""
                        SELECT a.title, a.held_on, coalesce(o.name, a.organization) AS organization_name,
                          coalesce(x.chair, '') AS chair,
                          (SELECT count(DISTINCT l.member) FROM attendance_line l WHERE l.street = 1 AND l.activity = a.id
                            AND l.state IN ('PRESENT', 'LATE', 'MAKEUP_SIGNED')) AS present
                        FROM activity a LEFT JOIN organization o ON o.street = 1 AND o.id = a.organization
                        LEFT JOIN activity_detail x ON x.street = 1 AND x.activity = a.id
                        WHERE a.street = 1 AND a.id = :activity""")
                .bind("activity", activity.value())
                .map((row, ignored) -> new About(
                        activity.value(),
                        row.getString("title"),
                        row.getString("held_on"),
                        row.getString("organization_name"),
                        row.getInt("present"),
                        row.getString("chair")))
                .findOne()
                .orElseGet(() -> new About(activity.value(), activity.value(), "", "", 0, ""));
    }

    /// As the branch whose roll it is.
    private About ofBranch(ReviewItem item, About about) {
        var organization = item.organization().orElseThrow().value();
        return new About(
                about.activity(),
                about.title(),
                about.day(),
                handle.createQuery("SELECT name FROM organization WHERE street = 1 AND id = ?")
                        .bind(0, organization)
                        .mapTo(String.class)
                        .findOne()
                        .orElse(organization),
                about.present(),
                about.chair());
    }

    Person person(MemberId member) {
        return handle.createQuery("""
                        SELECT m.name, coalesce(o.name, m.branch) AS branch_name, 0 AS former FROM member m
                        LEFT JOIN organization o ON o.street = 1 AND o.id = m.branch
                        WHERE m.street = 1 AND m.id = :id
                        UNION ALL SELECT f.name, '', 1 FROM former_member f WHERE f.street = 1 AND f.id = :id LIMIT 1""")
                .bind("id", member.value())
                .map((row, ignored) -> new Person(
                        member.value(), row.getString("name"), row.getString("branch_name"), row.getBoolean("former")))
                .findFirst()
                .orElseGet(() -> new Person(member.value(), "", "", false));
    }

    private List<Tap> taps(ReviewItem item) {
        if (item.kind() == Kind.GUEST) {
            var guest = item.fact().orElseThrow();
            return handle.createQuery(GUESTS)
                    .bind("kiosk", guest.kiosk().value())
                    .bind("epoch", guest.epoch().hex())
                    .bind("seq", guest.seq())
                    .map((row, ignored) -> tap(row))
                    .list();
        }
        return item.member()
                .map(member -> handle.createQuery(FACTS)
                        .bind("member", member.value())
                        .bind("activity", item.ids().getFirst())
                        .bind("other", item.kind() == Kind.OVERLAP ? item.ids().get(2) : "")
                        .map((row, ignored) -> tap(row))
                        .list())
                .orElse(List.of());
    }

    private static Tap tap(ResultSet row) throws SQLException {
        return new Tap(
                new FactId(new KioskId(row.getString("kiosk")), new Epoch(row.getString("epoch")), row.getLong("seq")),
                row.getString("activity"),
                row.getString("title"),
                row.getString("kiosk_name"),
                row.getString("site_name"),
                Instant.ofEpochMilli(row.getLong("at")),
                Instant.ofEpochMilli(row.getLong("received_at")),
                row.getBoolean("late"),
                row.getInt("clock"),
                row.getBoolean("counted"),
                row.getInt("voided") != 0,
                row.getBoolean("awaiting"),
                row.getBoolean("unsigned"),
                row.getString("how"));
    }

    /// Whom a guest was found to be; empty while that is not decided.
    Optional<Person> recognised(ReviewItem guest) {
        return handle.createQuery("SELECT member FROM review_decision WHERE street = 1 AND kind = 'GUEST' AND item = ?"
                        + " AND answer = 'COUNTS' AND member IS NOT NULL")
                .bind(0, guest.key())
                .mapTo(String.class)
                .findOne()
                .map(member -> person(new MemberId(member)));
    }

    List<Line> lines(ActivityId activity, MemberId member) {
        return handle.createQuery("""
                        SELECT coalesce(o.name, l.organization) AS organization_name, l.state, l.voting
                        FROM attendance_line l LEFT JOIN organization o ON o.street = 1 AND o.id = l.organization
                        WHERE l.street = 1 AND l.activity = ? AND l.member = ? ORDER BY o.place""")
                .bind(0, activity.value())
                .bind(1, member.value())
                .map((row, ignored) ->
                        new Line(row.getString("organization_name"), row.getString("state"), row.getBoolean("voting")))
                .list();
    }

    private Optional<Answered> answered(ReviewItem item) {
        return handle.createQuery("""
                        SELECT r.words, coalesce(s.name, r.staff) AS staff_name, coalesce(k.name, r.kiosk) AS kiosk_name,
                          r.at
                        FROM returned_answer r LEFT JOIN staff s ON s.street = 1 AND s.id = r.staff
                        LEFT JOIN kiosk k ON k.street = 1 AND k.id = r.kiosk
                        WHERE r.street = 1 AND r.kind = ? AND r.item = ?""")
                .bind(0, item.kind().name())
                .bind(1, item.key())
                .map((row, ignored) -> new Answered(
                        row.getString("words"),
                        row.getString("staff_name"),
                        row.getString("kiosk_name"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .findOne();
    }

    /// What stands decided about it, taken back or not; empty when nothing ever was.
    Optional<Decided> decided(ReviewItem item) {
        if (item.kind() == Kind.PARKED) {
            return parked(item.fact().orElseThrow());
        }
        return handle.createQuery("SELECT answer, login, reason, at, chain, seq FROM review_decision"
                        + " WHERE street = 1 AND kind = ? AND item = ?")
                .bind(0, item.kind().name())
                .bind(1, item.key())
                .map((row, ignored) -> InboxReader.decided(row))
                .findOne()
                .flatMap(each -> each);
    }

    private Optional<Decided> parked(FactId record) {
        return handle.createQuery(
                        "SELECT CASE settlement WHEN 'DISREGARDED' THEN 'SET_ASIDE' ELSE 'COUNTS' END AS answer,"
                                + " login, reason, at, at AS chain, 0 AS seq FROM parked_settled"
                                + " WHERE street = 1 AND kiosk = ? AND epoch = ? AND seq = ?")
                .bind(0, record.kiosk().value())
                .bind(1, record.epoch().hex())
                .bind(2, record.seq())
                .map((row, ignored) -> InboxReader.decided(row))
                .findOne()
                .flatMap(each -> each);
    }

    /// Whose the item is: of whoever holds the activity, or of the centre whose kiosk it is.
    Optional<String> organization(ReviewItem item) {
        return item.kind() == Kind.ACTIVITY ? item.organization().map(OrganizationId::value) : holder(item);
    }

    private Optional<String> holder(ReviewItem item) {
        return item.activity()
                .map(activity -> handle.createQuery("SELECT organization FROM activity WHERE street = 1 AND id = ?")
                        .bind(0, activity.value())
                        .mapTo(String.class)
                        .findOne())
                .orElseGet(() -> handle.createQuery("SELECT s.organization FROM kiosk k"
                                + " JOIN site s ON s.street = 1 AND s.id = k.site WHERE k.street = 1 AND k.id = ?")
                        .bind(0, item.ids().getFirst())
                        .mapTo(String.class)
                        .findOne());
    }
}
