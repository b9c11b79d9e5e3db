package cn.dangqun.domain.request;

import java.util.Optional;

/// The number on the receipt of a request: twelve digits, by which anybody who holds it sees how it stands at
/// any kiosk, without a login. It follows from the request's id, so that every request has one and no ledger
/// need carry it.
///
/// Eleven digits are the id modulo 10^11: drawn, not counted, 36.5 bits. Of ten thousand requests that a kiosk
/// knows, one guess in ten million meets one; kiosks slow whoever guesses. The twelfth is Damm's check digit: it
/// catches every wrong digit and every two that were exchanged.
public record ReceiptNumber(String digits) {
    public static final int LENGTH = 12;

    private static final long NUMBERS = 100_000_000_000L;
    private static final String CODE = "SQ-";
    /// Damm's quasigroup of order ten (H. M. Damm, 2004)
    private static final String[] DAMM = {
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"
    };

    public ReceiptNumber {
        if (!digits.matches("[0-9]{" + LENGTH + "}") || checked(digits) != 0) {
            throw new IllegalArgumentException("twelve digits, the last of which checks the others");
        }
    }

    /// @param request 16 hex digits
    public static ReceiptNumber of(String request) {
        var eleven = "%011d".formatted(Long.remainderUnsigned(Long.parseUnsignedLong(request, 16), NUMBERS));
        return new ReceiptNumber(eleven + checked(eleven));
    }

    /// What somebody typed; empty when a digit is wrong or missing.
    public static Optional<ReceiptNumber> typed(String text) {
        var digits = text.replaceAll("[ -]", "");
        return digits.matches("[0-9]{" + LENGTH + "}") && checked(digits) == 0
                ? Optional.of(new ReceiptNumber(digits))
                : Optional.empty();
    }

    /// What was scanned; empty when it is no code of a receipt.
    public static Optional<ReceiptNumber> scanned(String text) {
        return text.startsWith(CODE) ? typed(text.substring(CODE.length())) : Optional.empty();
    }

    private static int checked(String digits) {
        int interim = 0;
        for (int i = 0; i < digits.length(); i++) {
            interim = DAMM[interim].charAt(digits.charAt(i) - '0') - '0';
        }
        return interim;
    }

    /// In three groups, as people read it.
    public String text() {
        return grouped(digits);
    }

    /// The same of digits that are still being typed.
    public static String grouped(String digits) {
        return digits.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /// What stands in the code of a receipt. Plain letters: scanners that type know no others.
    public String code() {
        return CODE + digits;
    }

    @Override
    public String toString() {
        return text();
    }
}
