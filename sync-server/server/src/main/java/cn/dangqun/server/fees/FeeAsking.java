package cn.dangqun.server.fees;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Of which year a page of 党费 is asked; without one, this one.
record FeeAsking(ListQuestion question, int year, LocalDate today) {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    static FeeAsking of(Visit visit, LocalDate today) {
        var question = ListQuestion.of(visit, "year", "organization", "search", "order");
        int year = Optional.of(question.filter("year"))
                .or(() -> Optional.of(visit.form("year")))
                .filter(text -> text.matches("\\d{4}"))
                .map(Integer::valueOf)
                .filter(each -> each >= FIRST_YEAR && each <= LAST_YEAR)
                .orElse(today.getYear());
        return new FeeAsking(question, year, today);
    }

    Optional<OrganizationId> organization() {
        return Asked.organization(question.filter("organization"));
    }

    String search() {
        return question.filter("search");
    }

    boolean lateFirst() {
        return question.filter("order").equals("late");
    }

    String at(String path) {
        return new ListQuestion(Map.of(), 1).with("year", String.valueOf(year)).address(path);
    }

    List<FeeModel.Link> years(String path) {
        int current = today.getYear();
        return Stream.of(current + 1, current, current - 1, current - 2)
                .map(each -> new FeeModel.Link(
                        String.valueOf(each),
                        question.at(1).with("year", String.valueOf(each)).address(path),
                        each == year))
                .toList();
    }
}
