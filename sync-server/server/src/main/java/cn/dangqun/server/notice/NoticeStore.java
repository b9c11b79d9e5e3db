package cn.dangqun.server.notice;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.SessionFact.Notice;
import cn.dangqun.domain.member.MemberId;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// SQL of who was told. Told twice is told once: the first stands.
record NoticeStore(Handle handle) {
    record Given(Notice how, String login, Instant at) {}

    Map<MemberId, Given> of(ActivityId activity) {
        return handle
                .createQuery("SELECT member, how, login, at FROM notice_given WHERE street = 1 AND activity = ?")
                .bind(0, activity.value())
                .map((row, ignored) -> Map.entry(
                        new MemberId(row.getString("member")),
                        new Given(
                                Notice.valueOf(row.getString("how")),
                                row.getString("login"),
                                Instant.ofEpochMilli(row.getLong("at")))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void put(ActivityId activity, MemberId member, Given given) {
        handle.execute(
                "INSERT INTO notice_given (street, activity, member, how, login, at) VALUES (1, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (street, activity, member) DO NOTHING",
                activity.value(),
                member.value(),
                given.how().name(),
                given.login(),
                given.at().toEpochMilli());
    }

    void takeBack(ActivityId activity, String member) {
        handle.execute(
                "DELETE FROM notice_given WHERE street = 1 AND activity = ? AND member = ?", activity.value(), member);
    }
}
