package cn.dangqun.server.web;

import cn.dangqun.domain.organization.OrganizationId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What an address or a form may say, read so that nothing which people do not mean reaches a page: Java's calendar
/// goes on for a thousand million years, the street's does not. Empty for anything unreadable.
public final class Asked {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2199;
    private static final int LONGEST_ID = 64;

    private Asked() {}

    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip())).filter(day -> isOurs(day.getYear()));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    public static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text.strip())).filter(month -> isOurs(month.getYear()));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isOurs(int year) {
        return year >= EARLIEST && year <= LATEST;
    }

    /// Whether the days and months that an address names are any. What is left blank asks for nothing.
    static boolean isUnderstood(Visit visit) {
        return Stream.of("date", "day", "since", "until")
                        .allMatch(
                                name -> isBlankOr(visit, name, each -> day(each).isPresent()))
                && isBlankOr(visit, "month", each -> month(each).isPresent());
    }

    private static boolean isBlankOr(Visit visit, String name, Predicate<String> readable) {
        return visit.query(name).filter(readable.negate()).isEmpty();
    }

    /// Whether there is one is another question.
    public static Optional<OrganizationId> organization(String text) {
        return Optional.of(text)
                .filter(id -> !id.isBlank() && id.length() <= LONGEST_ID)
                .map(OrganizationId::new);
    }
}
