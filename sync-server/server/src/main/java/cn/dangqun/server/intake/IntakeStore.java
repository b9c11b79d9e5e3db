package cn.dangqun.server.intake;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.web.Scope;
import cn.dangqun.sheets.SheetFault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// SQL of rosters from files.
record IntakeStore(Handle handle) {
    void begin(Intake intake) {
        handle.execute(
                "INSERT INTO roster_intake (street, id, login, scope, file, branch, status, state, passed, unknown,"
                        + " row_count, read_rows, done_rows, begun_at, changed_at)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, 0, '', 0, 0, 0, ?, ?)",
                intake.id(),
                intake.login(),
                intake.scope().top().map(OrganizationId::value).orElse(null),
                intake.file(),
                intake.branch().map(OrganizationId::value).orElse(null),
                intake.status().name(),
                intake.state().name(),
                intake.begun().toEpochMilli(),
                intake.begun().toEpochMilli());
    }

    Optional<Intake> find(String id) {
        return handle.createQuery("SELECT * FROM roster_intake WHERE street = 1 AND id = ?")
                .bind(0, id)
                .map((row, ignored) -> intake(row))
                .findOne();
    }

    /// Those of a viewer's scope, the newest first: an office brings a few dozen in its years.
    List<Intake> of(Scope scope) {
        return handle
                .createQuery("SELECT * FROM roster_intake WHERE street = 1 ORDER BY begun_at DESC, id")
                .map((row, ignored) -> intake(row))
                .stream()
                .filter(each -> scope.top().isEmpty() || each.scope().equals(scope))
                .toList();
    }

    /// What somebody should go on with, the oldest first.
    List<Intake> moving() {
        return handle.createQuery("SELECT * FROM roster_intake WHERE street = 1"
                        + " AND state IN ('READING', 'APPLYING') ORDER BY begun_at")
                .map((row, ignored) -> intake(row))
                .list();
    }

    private static Intake intake(ResultSet row) throws SQLException {
        return new Intake(
                row.getString("id"),
                row.getString("login"),
                new Scope(Optional.ofNullable(row.getString("scope")).map(OrganizationId::new)),
                row.getString("file"),
                Optional.ofNullable(row.getString("branch")).map(OrganizationId::new),
                MemberStatus.valueOf(row.getString("status")),
                IntakeState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("fault")).map(SheetFault::valueOf),
                row.getInt("passed"),
                row.getString("unknown"),
                row.getInt("row_count"),
                row.getInt("read_rows"),
                row.getInt("done_rows"),
                Optional.ofNullable(row.getString("moved_on")).map(LocalDate::parse),
                Instant.ofEpochMilli(row.getLong("begun_at")));
    }

    void counted(String id, int rows, int passed, String unknown) {
        handle.execute(
                "UPDATE roster_intake SET row_count = ?, passed = ?, unknown = ? WHERE street = 1 AND id = ?",
                rows,
                passed,
                unknown,
                id);
    }

    /// Whether it stood as expected and now stands otherwise.
    boolean turn(String id, IntakeState from, IntakeState to, Instant now) {
        return handle.execute(
                        "UPDATE roster_intake SET state = ?, changed_at = ? WHERE street = 1 AND id = ? AND state = ?",
                        to.name(),
                        now.toEpochMilli(),
                        id,
                        from.name())
                > 0;
    }

    void fail(String id, SheetFault fault, Instant now) {
        handle.execute(
                "UPDATE roster_intake SET state = 'FAILED', fault = ?, changed_at = ? WHERE street = 1 AND id = ?"
                        + " AND state = 'READING'",
                fault.name(),
                now.toEpochMilli(),
                id);
    }

    void movesOn(String id, LocalDate day) {
        handle.execute("UPDATE roster_intake SET moved_on = ? WHERE street = 1 AND id = ?", day.toString(), id);
    }

    void read(String id, int rows) {
        handle.execute("UPDATE roster_intake SET read_rows = read_rows + ? WHERE street = 1 AND id = ?", rows, id);
    }

    void done(String id, int rows) {
        handle.execute("UPDATE roster_intake SET done_rows = done_rows + ? WHERE street = 1 AND id = ?", rows, id);
    }

    void put(String intake, List<IntakeRow> rows) {
        var batch = handle.prepareBatch(
                "INSERT INTO roster_intake_row (street, intake, number, outcome, member, card, said, words, applied)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, 0)");
        for (var row : rows) {
            batch.add(
                    intake,
                    row.number(),
                    row.outcome().name(),
                    row.member().map(MemberId::value).orElse(null),
                    row.card().map(CardKey::hex).orElse(null),
                    row.said().text(),
                    row.words());
        }
        batch.execute();
    }

    void settle(String intake, int number, IntakeOutcome outcome, String words, boolean applied) {
        handle.execute(
                "UPDATE roster_intake_row SET outcome = ?, words = ?, applied = ?"
                        + " WHERE street = 1 AND intake = ? AND number = ?",
                outcome.name(),
                words,
                applied ? 1 : 0,
                intake,
                number);
    }

    /// Of all lines that are written.
    Set<CardKey> cards(String intake) {
        return handle.createQuery(
                        "SELECT card FROM roster_intake_row WHERE street = 1 AND intake = ?" + " AND card IS NOT NULL")
                .bind(0, intake)
                .mapTo(String.class)
                .map(CardKey::new)
                .set();
    }

    int lastRow(String intake) {
        return handle.createQuery(
                        "SELECT coalesce(max(number), 0) FROM roster_intake_row WHERE street = 1 AND intake = ?")
                .bind(0, intake)
                .mapTo(Integer.class)
                .one();
    }

    Map<IntakeOutcome, Integer> counts(String intake) {
        var counts = new EnumMap<IntakeOutcome, Integer>(IntakeOutcome.class);
        handle.createQuery("SELECT outcome, count(*) AS rows FROM roster_intake_row"
                        + " WHERE street = 1 AND intake = ? GROUP BY outcome")
                .bind(0, intake)
                .map((row, ignored) -> Map.entry(IntakeOutcome.valueOf(row.getString("outcome")), row.getInt("rows")))
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    List<IntakeRow> rows(String intake, IntakeOutcome outcome, int limit, int offset) {
        return handle.createQuery("SELECT * FROM roster_intake_row WHERE street = 1 AND intake = ? AND outcome = ?"
                        + " ORDER BY number LIMIT ? OFFSET ?")
                .bind(0, intake)
                .bind(1, outcome.name())
                .bind(2, limit)
                .bind(3, offset)
                .map((row, ignored) -> row(row))
                .list();
    }

    /// Of these outcomes, not yet applied, in the order of the file.
    List<IntakeRow> waiting(String intake, IntakeOutcome outcome, int after, int limit) {
        return handle.createQuery("SELECT * FROM roster_intake_row WHERE street = 1 AND intake = ? AND outcome = ?"
                        + " AND number > ? AND applied = 0 ORDER BY number LIMIT ?")
                .bind(0, intake)
                .bind(1, outcome.name())
                .bind(2, after)
                .bind(3, limit)
                .map((row, ignored) -> row(row))
                .list();
    }

    private static IntakeRow row(ResultSet row) throws SQLException {
        return new IntakeRow(
                row.getInt("number"),
                IntakeOutcome.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getString("member")).map(MemberId::new),
                Optional.ofNullable(row.getString("card")).map(CardKey::new),
                Said.parse(row.getString("said")),
                row.getString("words"),
                row.getBoolean("applied"));
    }
}
