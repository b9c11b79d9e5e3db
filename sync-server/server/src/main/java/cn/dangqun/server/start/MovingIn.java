package cn.dangqun.server.start;

import cn.dangqun.server.accounts.WorkingAccounts;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// How far a street has moved in, counted from what it holds. `unfilled` are branches without a member.
record MovingIn(
        Optional<String> street,
        int organizations,
        int branches,
        int unfilled,
        WorkingAccounts accounts,
        int invitations,
        int sites,
        int kiosks,
        int codes) {

    static MovingIn of(Handle handle, Instant now) {
        return new MovingIn(
                handle.createQuery("SELECT name FROM organization WHERE street = 1 AND parent IS NULL")
                        .mapTo(String.class)
                        .findFirst(),
                count(handle, "SELECT count(*) FROM organization WHERE street = 1"),
                count(handle, "SELECT count(*) FROM organization WHERE street = 1 AND level = 'BRANCH'"),
                count(handle, """
                        SELECT count(*) FROM organization o WHERE o.street = 1 AND o.level = 'BRANCH' AND NOT EXISTS (
                          SELECT 1 FROM member m WHERE m.street = 1 AND m.branch = o.id)"""),
                WorkingAccounts.of(handle),
                since(handle, "SELECT count(*) FROM invitation WHERE street = 1 AND expires_at > ?", now),
                count(handle, "SELECT count(*) FROM site WHERE street = 1"),
                count(handle, "SELECT count(*) FROM kiosk WHERE street = 1 AND revoked_at IS NULL"),
                since(
                        handle,
                        "SELECT count(*) FROM enrolment_code WHERE street = 1 AND used_at IS NULL AND expires_at > ?",
                        now));
    }

    private static int count(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Integer.class).one();
    }

    private static int since(Handle handle, String sql, Instant now) {
        return handle.createQuery(sql)
                .bind(0, now.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    boolean hasMembers() {
        return branches > unfilled;
    }

    boolean isDone() {
        return street.isPresent() && branches > 0 && hasMembers() && accounts.hasPair() && kiosks > 0;
    }
}
