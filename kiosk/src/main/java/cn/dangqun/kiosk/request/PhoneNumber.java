package cn.dangqun.kiosk.request;

import java.util.regex.Pattern;

/// Whether digits can be a telephone number of mainland China: a mobile (11 digits, 13 to 19), a fixed line with
/// its area code, or a local number of seven or eight digits.
public final class PhoneNumber {
    static final int LONGEST = 12;

    private static final Pattern PLAUSIBLE = Pattern.compile("1[3-9][0-9]{9}|0[1-9][0-9]{8,10}|[2-9][0-9]{6,7}");

    private PhoneNumber() {}

    public static boolean isPlausible(String digits) {
        return PLAUSIBLE.matcher(digits).matches();
    }

    /// As people read it.
    static String grouped(String digits) {
        return digits.startsWith("1")
                ? digits.replaceAll("^(.{3})(?=.)", "$1 ").replaceAll("^(.{8})(?=.)", "$1 ")
                : digits;
    }
}
