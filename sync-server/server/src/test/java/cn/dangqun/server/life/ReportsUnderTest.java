package cn.dangqun.server.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.RequestFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStep;
import cn.dangqun.server.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reports as a person at the street reads and sends them.
final class ReportsUnderTest {
    private static final Pattern ROW = Pattern.compile("<tr data-row=\"([^\"]+)\">(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<td[^>]*>(?:<a[^>]*>)?([^<]*)<");

    private ReportsUnderTest() {}

    /// All pages of a table, by key.
    static Map<String, List<String>> rows(Visitor visitor, String period, String of, String table) {
        var rows = new TreeMap<String, List<String>>();
        var next = Optional.of("/reports/" + period + "?organization=" + of + "&table=" + table);
        while (next.isPresent()) {
            var answer = visitor.get(next.get());
            assertEquals(200, answer.statusCode(), next.get());
            rows.putAll(rows(answer.body()));
            next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
                    .matcher(answer.body())
                    .results()
                    .map(each -> each.group(1).replace("&amp;", "&"))
                    .findFirst();
        }
        return rows;
    }

    static Map<String, List<String>> rows(String body) {
        var rows = new TreeMap<String, List<String>>();
        ROW.matcher(body)
                .results()
                .forEach(each -> rows.put(
                        each.group(1),
                        CELL.matcher(each.group(2))
                                .results()
                                .map(cell -> cell.group(1))
                                .toList()));
        return rows;
    }

    /// Of everything that is compared, as it stands on the pages of the report.
    static Map<String, Map<String, List<String>>> tables(Visitor visitor) {
        var tables = new TreeMap<String, Map<String, List<String>>>();
        for (var table : List.of("duties", "gaps", "attendance", "study", "before", "review")) {
            tables.put(table, rows(visitor, "2026-10", "street", table));
        }
        return tables;
    }

    static void filed(YearUnderTest year, String id, String organization, String day, Optional<String> due) {
        append(
                year,
                new RequestFact.Filed(
                        id,
                        RequestKind.OPINION,
                        new OrganizationId(organization),
                        Optional.empty(),
                        Optional.empty(),
                        LocalDate.parse(day),
                        due.map(LocalDate::parse),
                        Answerer.account("sample"),
                        Optional.empty()));
    }

    static void done(YearUnderTest year, String id) {
        for (var step : List.of(RequestStep.ACCEPTED, RequestStep.DONE)) {
            append(
                    year,
                    new RequestFact.Advanced(
                            id,
                            step,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Answerer.account("sample")));
            year.console.clock.advance(Duration.ofSeconds(1));
        }
    }

    private static void append(YearUnderTest year, Fact fact) {
        year.console.database.write(
                (handle, changes) -> year.console.ledger.street().append(handle, changes, fact));
    }

    static void comes(YearUnderTest year, YearUnderTest.Attended missed) {
        var late = year.console.kiosk(1);
        year.console.heartbeat(late);
        year.console.fact(
                late,
                new AttendanceFact.CheckedIn(
                        new ActivityId(missed.activity()),
                        new MemberId(missed.member()),
                        AttendanceRole.MEMBER,
                        CheckInMethod.CARD,
                        false,
                        Optional.of(new OrganizationId(missed.roll())),
                        false));
    }

    static HttpResponse<String> step(Visitor visitor, String step, String seen) {
        return step(visitor, "2026-10", step, seen, "区委组织部");
    }

    static HttpResponse<String> step(Visitor visitor, String month, String step, String seen, String party) {
        return step(visitor, month, step, seen, party, "2026-11-20");
    }

    static HttpResponse<String> step(
            Visitor visitor, String month, String step, String seen, String party, String day) {
        return visitor.post(
                "/password",
                "/reports/" + month + "/steps?organization=street",
                Map.of(
                        "organization",
                        "street",
                        "step",
                        step,
                        "seen",
                        seen,
                        "day",
                        day,
                        "party",
                        party,
                        "words",
                        "样例：第 1 号"));
    }

    static String main(String body) {
        return body.substring(body.indexOf("<main")).replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
