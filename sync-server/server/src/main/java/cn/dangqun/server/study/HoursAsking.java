package cn.dangqun.server.study;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Of which year and day a page of 学时 is asked, and for whom. Without a year, this one.
record HoursAsking(ListQuestion question, int year, LocalDate today) {
    /// 时间过半、学时任务过半
    private static final MonthDay HALF = MonthDay.of(6, 30);

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    static HoursAsking of(Visit visit, LocalDate today) {
        var question = ListQuestion.of(visit, "year", "at", "by", "organization", "search", "state", "order", "names");
        return new HoursAsking(question, year(question, today), today);
    }

    private static int year(ListQuestion question, LocalDate today) {
        return Optional.of(question.filter("year"))
                .filter(text -> text.matches("\\d{4}"))
                .map(Integer::valueOf)
                .filter(each -> each >= FIRST_YEAR && each <= LAST_YEAR)
                .orElse(today.getYear());
    }

    boolean isAtHalf() {
        return question.filter("at").equals("half");
    }

    /// At the half of a year that has not come so far, the year as it stands today.
    StudySource.Day day() {
        var half = HALF.atYear(year);
        return isAtHalf() && !half.isAfter(today)
                ? new StudySource.Day(year, half)
                : StudySource.Day.today(year, today);
    }

    boolean byCommunity() {
        return question.filter("by").equals("community");
    }

    Optional<OrganizationId> organization() {
        return Asked.organization(question.filter("organization"));
    }

    String search() {
        return question.filter("search");
    }

    Optional<HoursState> state() {
        return Arrays.stream(HoursState.values())
                .filter(each -> each.name().equals(question.filter("state")))
                .findFirst();
    }

    /// Who lacks most first; otherwise in the order of the tree and of names.
    boolean byShortfall() {
        return question.filter("order").equals("short");
    }

    /// The same year and day at another page, with nothing else asked.
    ListQuestion bare() {
        return new ListQuestion(Map.of(), 1)
                .with("year", question.filter("year"))
                .with("at", question.filter("at"));
    }
}
