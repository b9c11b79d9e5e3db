package cn.dangqun.server.contact;

import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// SQL of the households that people of the staff are paired with. A district has a few
/// thousand. Call it inside one transaction.
record HouseholdStore(Handle handle) {
    private static final String COLUMNS = """
            h.*, o.name AS organization_name, o.parent,
              (SELECT max(r.day) FROM household_visit v JOIN request r ON r.street = 1 AND r.request = v.request
                WHERE v.street = 1 AND v.household = h.id) AS visited,
              (SELECT count(*) FROM household_visit v JOIN request r ON r.street = 1 AND r.request = v.request
                WHERE v.street = 1 AND v.household = h.id AND r.day >= :year) AS visits""";

    /// `note` is the household's name, phone, address and story, sealed; `visits` are those of the year.
    record Household(
            String id,
            OrganizationId organization,
            String organizationName,
            boolean ofStreet,
            Answerer helper,
            SealedId note,
            LocalDate since,
            Optional<LocalDate> until,
            String ended,
            Optional<LocalDate> visited,
            int visits) {
        boolean isOpen() {
            return until.isEmpty();
        }

        /// The day from which on nobody has been there.
        LocalDate lastSeen() {
            return visited.orElse(since);
        }
    }

    /// A visit that stands in the register.
    record Visit(String request, LocalDate day) {}

    static Owner owner(Handle handle, String id) {
        return Owner.of(handle.createQuery("SELECT organization FROM household WHERE street = 1 AND id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .map(OrganizationId::new));
    }

    /// Inside the scope, by organisation; ended ones too.
    List<Household> all(Scope scope, LocalDate today) {
        return handle.createQuery("SELECT " + COLUMNS + """
                         FROM organization o CROSS JOIN household h
                        WHERE o.street = 1 AND h.street = 1 AND h.organization = o.id
                          AND o.path >= :prefix AND o.path < :after ORDER BY o.place, h.since, h.id""")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .bind("year", today.getYear() + "-01-01")
                .map((row, ignored) -> household(row))
                .list();
    }

    Optional<Household> find(String id, LocalDate today) {
        return handle.createQuery("SELECT " + COLUMNS + """
                         FROM household h LEFT JOIN organization o ON o.street = 1 AND o.id = h.organization
                        WHERE h.street = 1 AND h.id = :id""")
                .bind("id", id)
                .bind("year", today.getYear() + "-01-01")
                .map((row, ignored) -> household(row))
                .findOne();
    }

    private static Household household(ResultSet row) throws SQLException {
        return new Household(
                row.getString("id"),
                new OrganizationId(row.getString("organization")),
                Optional.ofNullable(row.getString("organization_name")).orElse(row.getString("organization")),
                row.getString("parent") == null,
                new Answerer(row.getString("helper")),
                new SealedId(HexFormat.of().formatHex(row.getBytes("note"))),
                LocalDate.parse(row.getString("since")),
                RequestStore.day(row.getString("until")),
                Optional.ofNullable(row.getString("ended")).orElse(""),
                RequestStore.day(row.getString("visited")),
                row.getInt("visits"));
    }

    /// Newest first.
    List<Visit> visits(String household) {
        return handle.createQuery("""
                        SELECT r.request, r.day FROM household_visit v
                        JOIN request r ON r.street = 1 AND r.request = v.request
                        WHERE v.street = 1 AND v.household = ? ORDER BY r.day DESC, r.filed_at DESC, r.request""")
                .bind(0, household)
                .map((row, ignored) -> new Visit(row.getString("request"), LocalDate.parse(row.getString("day"))))
                .list();
    }

    void add(String id, OrganizationId organization, Answerer helper, SealedId note, LocalDate since) {
        handle.execute(
                "INSERT INTO household (street, id, organization, helper, note, since) VALUES (1, ?, ?, ?, ?, ?)",
                id,
                organization.value(),
                helper.text(),
                HexFormat.of().parseHex(note.hex()),
                since.toString());
    }

    void visited(String household, String request) {
        handle.execute("INSERT INTO household_visit (street, household, request) VALUES (1, ?, ?)", household, request);
    }

    void end(String id, LocalDate last, String why) {
        handle.execute(
                "UPDATE household SET until = ?, ended = ? WHERE street = 1 AND id = ? AND until IS NULL",
                last.toString(),
                why,
                id);
    }

    void hand(String id, Answerer helper) {
        handle.execute("UPDATE household SET helper = ? WHERE street = 1 AND id = ?", helper.text(), id);
    }

    /// Of pairs that ended before `day`, what still names a household.
    List<SealedId> due(LocalDate day) {
        return handle.createQuery("""
                        SELECT h.note FROM household h JOIN attachment a ON a.street = 1 AND a.id = h.note
                          AND a.secret IS NOT NULL WHERE h.street = 1 AND h.until < ?""")
                .bind(0, day.toString())
                .map((row, ignored) -> new SealedId(HexFormat.of().formatHex(row.getBytes("note"))))
                .list();
    }
}
