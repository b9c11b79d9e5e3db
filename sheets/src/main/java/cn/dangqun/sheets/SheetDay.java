package cn.dangqun.sheets;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Days as offices write them: 2019-06-08, 2019/10/24, 2019.6.8, 2019年6月8日, 20190608, with or without a time, and
/// without a day 2019-06, 201906, 2019年6月, which is the first of the month; or the number that a spreadsheet counts
/// days by.
public final class SheetDay {
    private static final Pattern SEPARATED =
            Pattern.compile("(\\d{4})\\s*[-/.年—]\\s*(\\d{1,2})(?:\\s*[-/.月—]\\s*(\\d{1,2})\\s*日?|\\s*月?)(?:[T\\s].*)?");
    private static final Pattern TOGETHER = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");
    private static final LocalDate BEFORE_THE_FIRST = LocalDate.of(1899, 12, 30);

    private SheetDay() {}

    /// Empty for anything that is no day.
    public static Optional<LocalDate> read(String cell) {
        var text = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
        var separated = SEPARATED.matcher(text);
        if (separated.matches()) {
            return day(separated.group(1), separated.group(2), separated.group(3));
        }
        var together = TOGETHER.matcher(text);
        if (together.matches()) {
            return day(together.group(1), together.group(2), together.group(3));
        }
        return SERIAL.matcher(text).matches()
                ? Optional.of(BEFORE_THE_FIRST.plusDays(Integer.parseInt(text.substring(0, 5))))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, @Nullable String day) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(year), Integer.parseInt(month), day == null ? 1 : Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
