package cn.dangqun.server.reports;

import cn.dangqun.domain.fact.StreetFact.ReportStep;
import cn.dangqun.server.accounts.Colleagues;
import cn.dangqun.server.reports.ReportNotes.Note;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;

/// SQL of the steps of reports, and of the copies that were sent. Call it inside one transaction.
record ReportStore(Handle handle) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Of one organisation, months both included, in the order in which they were noted.
    List<Note> notes(String organization, YearMonth from, YearMonth to) {
        return handle.createQuery("SELECT n.*, " + Colleagues.called("n.login") + " AS who FROM report_note n"
                        + " WHERE n.street = 1 AND n.organization = ?"
                        + " AND n.month >= ? AND n.month <= ? ORDER BY n.at, n.chain, n.seq")
                .bind(0, organization)
                .bind(1, from.toString())
                .bind(2, to.toString())
                .map((row, ignored) -> note(row))
                .list();
    }

    ReportNotes notes(String organization, YearMonth month) {
        return new ReportNotes(notes(organization, month, month));
    }

    private static Note note(ResultSet row) throws SQLException {
        return new Note(
                YearMonth.parse(row.getString("month")),
                row.getString("organization"),
                ReportStep.valueOf(row.getString("step")),
                LocalDate.parse(row.getString("day")),
                row.getString("party"),
                Optional.ofNullable(row.getString("about")),
                row.getString("login"),
                row.getString("who"),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    void keep(String organization, YearMonth month, Instant sentAt, Report report) {
        handle.execute(
                "INSERT INTO report_copy (street, month, organization, sent_at, content) VALUES (1, ?, ?, ?, ?)",
                month.toString(),
                organization,
                sentAt.toEpochMilli(),
                JSON.writeValueAsString(report));
    }

    Optional<Report> copy(String organization, YearMonth month, Instant sentAt) {
        return handle.createQuery("SELECT content FROM report_copy WHERE street = 1 AND organization = ? AND month = ?"
                        + " AND sent_at = ?")
                .bind(0, organization)
                .bind(1, month.toString())
                .bind(2, sentAt.toEpochMilli())
                .mapTo(String.class)
                .findOne()
                .map(content -> JSON.readValue(content, Report.class));
    }

    /// What stands as sent of a month; empty when nothing was, or it was taken back.
    Optional<Report> sent(String organization, YearMonth month) {
        return notes(organization, month).sent().flatMap(each -> copy(organization, month, each.at()));
    }
}
