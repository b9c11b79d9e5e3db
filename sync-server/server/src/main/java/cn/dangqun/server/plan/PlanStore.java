package cn.dangqun.server.plan;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Colleagues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// SQL of what the street notes of its plan.
record PlanStore(Handle handle) {
    /// Something else at the same time, and who holds it.
    record Other(String title, String organization) {}

    void note(ActivityId activity, PlanChange change) {
        handle.execute(
                "INSERT INTO activity_change (street, activity, number, kind, reason, words, login, at)"
                        + " SELECT 1, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?"
                        + " FROM activity_change WHERE street = 1 AND activity = ?",
                activity.value(),
                change.kind().name(),
                change.reason(),
                change.words(),
                change.login(),
                change.at().toEpochMilli(),
                activity.value());
    }

    /// The newest first.
    List<PlanChange> history(ActivityId activity) {
        return handle.createQuery("SELECT c.kind, c.reason, c.words, " + Colleagues.called("c.login")
                        + " AS who, c.at FROM activity_change c"
                        + " WHERE c.street = 1 AND c.activity = ? ORDER BY c.number DESC")
                .bind(0, activity.value())
                .map((row, ignored) -> new PlanChange(
                        PlanChange.Kind.valueOf(row.getString("kind")),
                        row.getString("reason"),
                        row.getString("words"),
                        row.getString("who"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }

    PlanDetail detail(ActivityId activity) {
        return handle.createQuery("SELECT hours, chair, organiser, half_days, grade FROM activity_detail"
                        + " WHERE street = 1 AND activity = ?")
                .bind(0, activity.value())
                .map((row, ignored) -> new PlanDetail(
                        Optional.ofNullable(row.getObject("hours")).map(each -> ((Number) each).intValue()),
                        Optional.ofNullable(row.getString("chair")).map(PersonName::new),
                        Optional.ofNullable(row.getString("organiser")).map(PersonName::new),
                        PlanDetail.Training.of(
                                Optional.ofNullable(row.getObject("half_days")).map(each -> ((Number) each).intValue()),
                                Optional.ofNullable(row.getString("grade")).map(PlanDetail.Grade::valueOf))))
                .findOne()
                .orElse(PlanDetail.NONE);
    }

    void put(ActivityId activity, PlanDetail detail) {
        handle.execute("DELETE FROM activity_detail WHERE street = 1 AND activity = ?", activity.value());
        if (!detail.equals(PlanDetail.NONE)) {
            handle.execute(
                    "INSERT INTO activity_detail (street, activity, hours, chair, organiser, half_days, grade)"
                            + " VALUES (1, ?, ?, ?, ?, ?, ?)",
                    activity.value(),
                    detail.hours().orElse(null),
                    detail.chair().map(PersonName::full).orElse(null),
                    detail.organiser().map(PersonName::full).orElse(null),
                    detail.halfDays().orElse(null),
                    detail.grade().map(PlanDetail.Grade::name).orElse(null));
        }
    }

    /// Titles of what the same person chairs at the same time.
    List<Other> ofTheChair(ActivityId but, PersonName chair, Instant from, Instant until) {
        return handle.createQuery("""
                        SELECT a.title, o.name FROM activity_detail d
                        JOIN activity a ON a.street = 1 AND a.id = d.activity
                        JOIN organization o ON o.street = 1 AND o.id = a.organization
                        WHERE d.street = 1 AND d.chair = :chair AND a.id <> :but
                          AND a.starts_at < :until AND a.ends_at > :from AND NOT EXISTS (
                            SELECT 1 FROM activity_cancelled x WHERE x.street = 1 AND x.activity = a.id)
                        ORDER BY a.starts_at, a.id""")
                .bind("chair", chair.full())
                .bind("but", but.value())
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .map((row, ignored) -> new Other(row.getString("title"), row.getString("name")))
                .list();
    }

    /// What organisations hold from a day to a day, both included, but for what was cancelled.
    List<ActivityId> held(List<OrganizationId> organizations, LocalDate from, LocalDate to) {
        return handle.createQuery("""
                        SELECT a.id FROM activity a
                        WHERE a.street = 1 AND a.held_on >= :from AND a.held_on <= :to
                          AND a.organization IN (<organizations>) AND NOT EXISTS (
                            SELECT 1 FROM activity_cancelled x WHERE x.street = 1 AND x.activity = a.id)
                        ORDER BY a.held_on, a.starts_at, a.id""")
                .bindList(
                        "organizations",
                        organizations.stream().map(OrganizationId::value).toList())
                .bind("from", from.toString())
                .bind("to", to.toString())
                .mapTo(String.class)
                .map(ActivityId::new)
                .list();
    }

    boolean isCancelled(ActivityId activity) {
        return handle.createQuery("SELECT 1 FROM activity_cancelled WHERE street = 1 AND activity = ?")
                .bind(0, activity.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    void cancel(ActivityId activity, String reason, String login, Instant at) {
        handle.execute(
                "INSERT INTO activity_cancelled (street, activity, reason, login, at) VALUES (1, ?, ?, ?, ?)",
                activity.value(),
                reason,
                login,
                at.toEpochMilli());
    }

    /// Whether its roll is frozen or somebody has come: then it is what it is.
    boolean hasBegun(ActivityId activity) {
        return handle.createQuery("""
                        SELECT 1 FROM roll_freezing WHERE street = 1 AND activity = :activity
                        UNION ALL SELECT 1 FROM attendance WHERE street = 1 AND activity = :activity
                        UNION ALL SELECT 1 FROM guest WHERE street = 1 AND activity = :activity LIMIT 1""")
                .bind("activity", activity.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// Titles of what is held at the same place at the same time.
    List<Other> atThePlace(ActivityId but, String place, Instant from, Instant until, String day) {
        return handle.createQuery("""
                        SELECT a.title, o.name FROM activity a
                        JOIN organization o ON o.street = 1 AND o.id = a.organization
                        WHERE a.street = 1 AND a.held_on = :day AND a.place = :place AND a.id <> :but
                          AND a.starts_at < :until AND a.ends_at > :from AND NOT EXISTS (
                            SELECT 1 FROM activity_cancelled x WHERE x.street = 1 AND x.activity = a.id)
                        ORDER BY a.starts_at, a.id""")
                .bind("day", day)
                .bind("place", place)
                .bind("but", but.value())
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .map((row, ignored) -> new Other(row.getString("title"), row.getString("name")))
                .list();
    }
}
