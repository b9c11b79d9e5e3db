package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.ReviewItem.Answer;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What the street said of an activity as a whole, roll by roll (reconciliation 8). What was taken back is not
/// said. Call it inside one transaction.
public record ActivityReview(Handle handle) {
    /// `organization` is a name; `reviewed`: looked at and in order, else returned to the branch.
    record Said(String organization, boolean reviewed, String login, String reason, Instant at) {}

    List<Said> of(ActivityId activity) {
        return handle.createQuery("""
                        SELECT coalesce(o.name, '') AS name, d.answer, d.login, d.reason, d.at FROM review_decision d
                        LEFT JOIN organization o ON o.street = 1 AND d.item = d.activity || '/' || o.id
                        WHERE d.street = 1 AND d.activity = ? AND d.kind = 'ACTIVITY' AND d.answer <> 'REOPENED'
                        ORDER BY o.place, d.item""")
                .bind(0, activity.value())
                .map((row, ignored) -> new Said(
                        row.getString("name"),
                        row.getString("answer").equals(Answer.STANDS.name()),
                        row.getString("login"),
                        row.getString("reason"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }

    /// Whether it is reviewed for whoever planned it: then its minutes stand as they are.
    public boolean isReviewed(ActivityId activity, OrganizationId organization) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM review_decision WHERE street = 1"
                        + " AND kind = 'ACTIVITY' AND item = ? AND answer = 'STANDS')")
                .bind(0, ReviewItem.ofActivity(activity, organization).key())
                .mapTo(Boolean.class)
                .one();
    }
}
