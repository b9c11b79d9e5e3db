package cn.dangqun.server.roster;

import cn.dangqun.domain.member.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// SQL of 发展情况; versions are added, none is changed. Call it inside one transaction.
public record GrowthStore(Handle handle) {
    private static final int AT_ONCE = 500;

    /// Of these of whom something was written down, the version that stands.
    public Map<MemberId, Growth> all(Collection<MemberId> members) {
        var all = new HashMap<MemberId, Growth>();
        var ids = members.stream().map(MemberId::value).toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            handle.createQuery("SELECT * FROM member_growth WHERE street = 1 AND member IN (<members>)"
                            + " ORDER BY member, number")
                    .bindList("members", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .map((row, ignored) -> Map.entry(new MemberId(row.getString("member")), version(row)))
                    .forEach(each -> all.put(each.getKey(), each.getValue().growth()));
        }
        return all;
    }

    /// The newest first.
    List<Growth.Version> versions(MemberId member) {
        return handle.createQuery("SELECT * FROM member_growth WHERE street = 1 AND member = ? ORDER BY number DESC")
                .bind(0, member.value())
                .map((row, ignored) -> version(row))
                .list();
    }

    private static Growth.Version version(ResultSet row) throws SQLException {
        return new Growth.Version(
                new Growth(
                        day(row, "applied"),
                        day(row, "activist"),
                        row.getString("contacts"),
                        row.getString("introducers"),
                        day(row, "trained"),
                        row.getString("training"),
                        day(row, "candidate"),
                        day(row, "approved"),
                        row.getString("approval")),
                row.getString("login"),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(LocalDate::parse);
    }

    void add(MemberId member, Growth growth, String login, Instant at) {
        handle.execute(
                "INSERT INTO member_growth (street, member, number, applied, activist, contacts, introducers, trained,"
                        + " training, candidate, approved, approval, login, at)"
                        + " SELECT 1, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
                        + " FROM member_growth WHERE street = 1 AND member = ?",
                member.value(),
                text(growth.applied()),
                text(growth.activist()),
                growth.contacts(),
                growth.introducers(),
                text(growth.trained()),
                growth.training(),
                text(growth.candidate()),
                text(growth.approved()),
                growth.approval(),
                login,
                at.toEpochMilli(),
                member.value());
    }

    private static @Nullable String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(null);
    }
}
