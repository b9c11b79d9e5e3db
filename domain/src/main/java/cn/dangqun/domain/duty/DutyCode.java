package cn.dangqun.domain.duty;

import java.util.regex.Pattern;

/// Name of a duty in a profile, such as `THEME_DAY`; capital letters, digits and underscores.
public record DutyCode(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    public DutyCode {
        if (!isDutyCode(value)) {
            throw new IllegalArgumentException("a duty code is written in capitals, such as THEME_DAY");
        }
    }

    public static boolean isDutyCode(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
