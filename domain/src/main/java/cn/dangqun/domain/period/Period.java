package cn.dangqun.domain.period;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One calendar period, written `2021-03`, `2021Q1`, `2021H1` or `2021`. `ordinal` counts the periods of its kind since
/// year 0, so that neighbours differ by one.
public record Period(PeriodKind kind, int ordinal) {
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(0[1-9]|1[0-2])|Q([1-4])|H([12]))?");

    public static Period of(PeriodKind kind, LocalDate day) {
        return new Period(kind, ordinalOf(kind, day));
    }

    /// The ordinal of the period of this kind in which the day lies.
    public static int ordinalOf(PeriodKind kind, LocalDate day) {
        return day.getYear() * kind.perYear() + (day.getMonthValue() - 1) / kind.months();
    }

    /// Empty when the text is none of the four forms.
    public static Optional<Period> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(form.group(1));
        if (form.group(2) != null) {
            return Optional.of(numbered(PeriodKind.MONTH, year, form.group(2)));
        }
        if (form.group(3) != null) {
            return Optional.of(numbered(PeriodKind.QUARTER, year, form.group(3)));
        }
        if (form.group(4) != null) {
            return Optional.of(numbered(PeriodKind.HALF_YEAR, year, form.group(4)));
        }
        return Optional.of(new Period(PeriodKind.YEAR, year));
    }

    private static Period numbered(PeriodKind kind, int year, String number) {
        return new Period(kind, year * kind.perYear() + Integer.parseInt(number) - 1);
    }

    public int year() {
        return Math.floorDiv(ordinal, kind.perYear());
    }

    /// Which period of its year this is, from 1.
    public int number() {
        return Math.floorMod(ordinal, kind.perYear()) + 1;
    }

    public LocalDate firstDay() {
        return LocalDate.of(year(), (number() - 1) * kind.months() + 1, 1);
    }

    public LocalDate lastDay() {
        return next().firstDay().minusDays(1);
    }

    public Period next() {
        return new Period(kind, ordinal + 1);
    }

    public boolean contains(LocalDate day) {
        return ordinalOf(kind, day) == ordinal;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", year(), number());
            case QUARTER -> String.format(Locale.ROOT, "%04dQ%d", year(), number());
            case HALF_YEAR -> String.format(Locale.ROOT, "%04dH%d", year(), number());
            case YEAR -> String.format(Locale.ROOT, "%04d", year());
        };
    }
}
