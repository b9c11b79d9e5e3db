package cn.dangqun.server.codes;

import cn.dangqun.server.web.Asked;
import java.time.LocalDate;
import java.util.Optional;

/// The days a form lets people choose from, and the one it proposes.
public record DayRange(LocalDate earliest, LocalDate proposed, LocalDate latest) {
    private static final int PROPOSED_YEARS = 2;
    private static final int LATEST_YEARS = 5;
    private static final int CHANGEOVER_MONTHS = 3;

    /// Last valid day of a new card.
    static DayRange ofCard(LocalDate today) {
        return new DayRange(today, today.plusYears(PROPOSED_YEARS), today.plusYears(LATEST_YEARS));
    }

    /// Last day of a key that is replaced; yesterday means at once.
    static DayRange ofFormerKey(LocalDate today) {
        return new DayRange(today.minusDays(1), today.plusMonths(CHANGEOVER_MONTHS), today.plusYears(PROPOSED_YEARS));
    }

    /// Empty for anything but a day of this range.
    Optional<LocalDate> parse(String text) {
        return Asked.day(text).filter(day -> !day.isBefore(earliest) && !day.isAfter(latest));
    }
}
