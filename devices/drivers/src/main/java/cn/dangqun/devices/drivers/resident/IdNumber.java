package cn.dangqun.devices.drivers.resident;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/// A citizen number as read from a card. Lives only until it is keyed; shows nothing of itself (F-91).
record IdNumber(String digits) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";

    /// GB 11643: 17 digits and a check character by ISO 7064 MOD 11-2.
    boolean hasRightCheckCharacter() {
        if (!digits.matches("[0-9]{17}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK.charAt(sum % 11) == digits.charAt(17);
    }

    /// Digits 7 to 14 as a date, if there is such a day. Only for numbers of 18 characters.
    Optional<LocalDate> birth() {
        return date(digits.substring(6, 14));
    }

    /// Only for numbers of 18 characters: an odd serial is a man's.
    boolean isMale() {
        return (digits.charAt(16) - '0') % 2 == 1;
    }

    static Optional<LocalDate> date(String yyyymmdd) {
        try {
            return Optional.of(LocalDate.parse(yyyymmdd, DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "IdNumber[" + digits.length() + " characters]";
    }
}
