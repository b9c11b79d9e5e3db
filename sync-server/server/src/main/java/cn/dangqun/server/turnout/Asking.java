package cn.dangqun.server.turnout;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.ListQuestion;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Over which days, of which type and organisation a page is asked; `from` and `to` both belong to it. Without
/// days, the month until today.
record Asking(
        LocalDate from,
        LocalDate to,
        Optional<ActivityType> type,
        Optional<OrganizationId> organization,
        ListQuestion question) {
    private static final int MOST_YEARS = 5;

    static Asking of(ListQuestion question, LocalDate today) {
        var to = Asked.day(question.filter("until")).orElse(today);
        var from = Asked.day(question.filter("since"))
                .filter(day -> !day.isAfter(to))
                .orElse(to.withDayOfMonth(1));
        var earliest = to.minusYears(MOST_YEARS);
        return new Asking(
                from.isBefore(earliest) ? earliest : from,
                to,
                Arrays.stream(ActivityType.values())
                        .filter(each -> each.name().equals(question.filter("type")))
                        .findFirst(),
                Asked.organization(question.filter("organization")),
                question);
    }

    Asking over(LocalDate first, LocalDate last) {
        return new Asking(
                first,
                last,
                type,
                organization,
                question.at(1).with("since", first.toString()).with("until", last.toString()));
    }

    /// The same days and type at another page, with nothing else asked.
    String at(String path) {
        return bare().address(path);
    }

    ListQuestion bare() {
        return new ListQuestion(Map.of(), 1)
                .with("since", from.toString())
                .with("until", to.toString())
                .with("type", type.map(ActivityType::name).orElse(""));
    }
}
