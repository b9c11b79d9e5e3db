package cn.dangqun.protocol;

import java.util.Optional;
import java.util.regex.Pattern;

/// A one-time enrolment code as a QR code: the street draws it, the scanner of the new kiosk reads it (F-69). Only
/// signs of the QR code's alphanumeric mode, so that it stays small.
public final class EnrolmentQr {
    private static final String PREFIX = "DANGQUN-ENROL-1:";
    private static final Pattern FORM =
            Pattern.compile(PREFIX + "([2-9A-HJ-NP-Z]{4}-?[2-9A-HJ-NP-Z]{4}-?[2-9A-HJ-NP-Z]{4})");

    private EnrolmentQr() {}

    /// `code` as it is shown: three groups of four.
    public static String of(String code) {
        return PREFIX + code;
    }

    /// The twelve signs; empty when it is another kind of code.
    public static Optional<String> read(String scanned) {
        var found = FORM.matcher(scanned.strip());
        return found.matches() ? Optional.of(found.group(1).replace("-", "")) : Optional.empty();
    }
}
