package cn.dangqun.server.contact;

import cn.dangqun.server.contact.ContactModel.PurgedMonth;
import cn.dangqun.server.web.Scope;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What was forgotten of requests, and when: for whoever must show that it was (OQ-39). Call it inside one read
/// transaction.
record PurgeReader(Handle handle, Scope scope) {
    static final int PER_PAGE = 36;

    /// The last month first.
    List<PurgedMonth> months() {
        return handle.createQuery("""
                        SELECT substr(f.forgotten, 1, 7) AS month, count(*) AS requests
                        FROM request_forgotten f JOIN request r ON r.street = 1 AND r.request = f.request
                        JOIN organization o ON o.street = 1 AND o.id = r.organization
                        WHERE f.street = 1 AND o.path >= :prefix AND o.path < :after
                        GROUP BY substr(f.forgotten, 1, 7) ORDER BY month DESC""")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new PurgedMonth(row.getString("month"), row.getInt("requests")))
                .list();
    }

    /// Closed ones of which names and words are still kept.
    int waiting() {
        return handle.createQuery("""
                        SELECT count(*) FROM organization o CROSS JOIN request r
                        WHERE o.street = 1 AND r.street = 1 AND r.organization = o.id AND o.path >= :prefix
                          AND o.path < :after AND r.closed_at IS NOT NULL AND r.applicant IS NOT NULL
                          AND NOT EXISTS (SELECT 1 FROM request_forgotten f WHERE f.street = 1 AND f.request = r.request)""")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .mapTo(Integer.class)
                .one();
    }
}
