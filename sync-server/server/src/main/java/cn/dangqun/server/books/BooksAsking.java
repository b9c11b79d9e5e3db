package cn.dangqun.server.books;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Of which year books are asked; without one, or with one that has not begun, this one.
record BooksAsking(ListQuestion question, int year, LocalDate today) {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    static BooksAsking of(Visit visit, LocalDate today) {
        var question = ListQuestion.of(visit, "year", "organization", "book", "search", "names", ListQuestion.ORDER);
        int year = Optional.of(question.filter("year"))
                .filter(each -> !each.isEmpty() && !isAhead(each, today))
                .or(() -> Optional.of(visit.form("year")))
                .filter(text -> text.matches("\\d{4}"))
                .map(Integer::valueOf)
                .filter(each -> each >= FIRST_YEAR && each <= LAST_YEAR)
                .orElse(today.getYear());
        return new BooksAsking(question, year, today);
    }

    /// There are no books yet to be looked at.
    private static boolean isAhead(String year, LocalDate today) {
        return year.matches("\\d{4}") && Integer.parseInt(year) > today.getYear();
    }

    Optional<OrganizationId> organization() {
        return Asked.organization(question.filter("organization"));
    }

    Optional<Book> book() {
        return Book.of(question.filter("book"));
    }

    String search() {
        return question.filter("search");
    }

    String at(String path) {
        return new ListQuestion(Map.of(), 1).with("year", String.valueOf(year)).address(path);
    }

    List<BooksModel.Link> years(String path) {
        int current = today.getYear();
        return Stream.of(current, current - 1, current - 2, current - 3)
                .map(each -> new BooksModel.Link(
                        String.valueOf(each),
                        question.at(1).with("year", String.valueOf(each)).address(path),
                        each == year))
                .toList();
    }
}
