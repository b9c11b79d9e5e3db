package cn.dangqun.domain.credential;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/// 公民身份号码 (GB 11643-1999) as it is keyed: 18 characters, the last of them the check character of ISO 7064
/// MOD 11-2. Never kept, never printed: a [CardKeyer] makes a key of it.
public record ResidentNumber(String characters) {
    private static final int LENGTH = 18;
    private static final int LENGTH_BEFORE_1999 = 15;
    private static final int BIRTH_AT = 6;
    private static final int BIRTH_END = 14;
    private static final int MODULUS = 11;
    private static final String CHECKS = "10X98765432";

    /// Why something typed is no number.
    public enum Fault {
        LENGTH,
        CHARACTERS,
        BIRTH,
        CHECK
    }

    public sealed interface Read {
        record Good(ResidentNumber number) implements Read {}

        record Bad(Fault fault) implements Read {}
    }

    /// As people and spreadsheets write it: full-width digits, a small x, blanks, an apostrophe before it, or the 15
    /// digits of before 1999, which are made 18.
    public static Read read(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Cf}'‘’`]", "")
                .toUpperCase(Locale.ROOT);
        if (plain.matches("\\d{" + LENGTH_BEFORE_1999 + "}")) {
            var body = plain.substring(0, BIRTH_AT) + "19" + plain.substring(BIRTH_AT);
            return checked(body + check(body));
        }
        if (plain.length() != LENGTH) {
            return new Read.Bad(Fault.LENGTH);
        }
        if (!plain.matches("\\d{17}[\\dX]")) {
            return new Read.Bad(Fault.CHARACTERS);
        }
        return plain.charAt(LENGTH - 1) == check(plain) ? checked(plain) : new Read.Bad(Fault.CHECK);
    }

    private static Read checked(String characters) {
        try {
            var number = new ResidentNumber(characters);
            return number.born().getYear() >= 1850 ? new Read.Good(number) : new Read.Bad(Fault.BIRTH);
        } catch (DateTimeException noSuchDay) {
            return new Read.Bad(Fault.BIRTH);
        }
    }

    /// Of the first 17: each weighs twice the one to its right.
    private static char check(String body) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum = (sum + Character.digit(body.charAt(i), 10)) * 2 % MODULUS;
        }
        return CHECKS.charAt(sum);
    }

    /// Throws DateTimeException when there was no such day.
    public LocalDate born() {
        return LocalDate.of(
                Integer.parseInt(characters.substring(BIRTH_AT, BIRTH_AT + 4)),
                Integer.parseInt(characters.substring(BIRTH_AT + 4, BIRTH_AT + 6)),
                Integer.parseInt(characters.substring(BIRTH_AT + 6, BIRTH_END)));
    }

    public boolean isMans() {
        return Character.digit(characters.charAt(LENGTH - 2), 10) % 2 == 1;
    }

    @Override
    public String toString() {
        return "ResidentNumber[hidden]";
    }
}
