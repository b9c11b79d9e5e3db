package cn.dangqun.server.review;

import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Scope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// How far the review of a month has come, for reports. Call it inside one read transaction.
public record ReviewFigures(Texts texts, Times times, ZoneId zone) {
    /// Something that is not done yet, and where it is seen to.
    public record Open(String words, String address) {}

    /// Of the organisation whose path it is, and all below it.
    public List<Open> open(Handle handle, Scope scope, YearMonth month, String organization, String path) {
        var reader = new MonthReader(handle, month, path);
        int untold = reader.untold(times.now()).size();
        return new MonthOpen(texts, times)
                .of(handle, scope, reader, organization, untold).stream()
                        .map(each -> new Open(each.words(), each.address()))
                        .toList();
    }

    public ReviewedReader.Tally reviewed(Handle handle, YearMonth month, String path) {
        return new ReviewedReader(handle, times.now()).tally(month, path);
    }

    /// Who has locked the month and when; empty while it is open.
    public Optional<String> lock(Handle handle, YearMonth month, String path) {
        return new MonthReader(handle, month, path)
                .lock()
                .filter(MonthReader.Lock::locked)
                .map(each -> texts.get("review.month.locked", times.when(each.at()), each.login(), each.reason()));
    }

    /// By month of the activity, how many check-ins that came after its lock were taken into it in this month
    /// (OQ-32).
    public Map<YearMonth, Integer> corrections(Handle handle, Scope scope, YearMonth month) {
        var corrections = new TreeMap<YearMonth, Integer>();
        handle.createQuery("""
                        SELECT substr(a.held_on, 1, 7) AS month, count(*) AS many FROM review_decision d
                        JOIN activity a ON a.street = 1 AND a.id = d.activity
                        JOIN organization o ON o.street = 1 AND o.id = a.organization
                        WHERE d.street = 1 AND d.at >= :from AND d.at < :to AND d.kind = 'LATE' AND d.answer = 'COUNTS'
                          AND o.path >= :prefix AND o.path < :after
                        GROUP BY substr(a.held_on, 1, 7)""")
                .bind("from", start(month.atDay(1)))
                .bind("to", start(month.plusMonths(1).atDay(1)))
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> Map.entry(YearMonth.parse(row.getString("month")), row.getInt("many")))
                .forEach(each -> corrections.put(each.getKey(), each.getValue()));
        return corrections;
    }

    private long start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
