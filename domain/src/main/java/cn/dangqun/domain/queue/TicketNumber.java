package cn.dangqun.domain.queue;

import java.util.OptionalInt;

/// What is called out: letter and three digits, such as A012; before them the kiosk's digit where a centre has several
/// kiosks, such as 2A012, so that none repeats another even offline (F-44).
public record TicketNumber(OptionalInt kiosk, char letter, int ordinal) {
    public static final int ORDINAL_MAX = 999;
    public static final int KIOSK_MAX = 9;

    public TicketNumber {
        if (kiosk.isPresent() && (kiosk.getAsInt() < 1 || kiosk.getAsInt() > KIOSK_MAX)) {
            throw new IllegalArgumentException("kiosks of a centre are numbered 1 to " + KIOSK_MAX);
        }
        if (letter < 'A' || letter > 'Z' || ordinal < 1 || ordinal > ORDINAL_MAX) {
            throw new IllegalArgumentException("a number is a letter A-Z and 1 to " + ORDINAL_MAX);
        }
    }

    /// @throws IllegalArgumentException when it is no number
    public static TicketNumber parse(String text) {
        if (!text.matches("[1-9]?[A-Z][0-9]{3}")) {
            throw new IllegalArgumentException("not the number of a ticket");
        }
        int at = text.length() - 4;
        var kiosk = at == 0 ? OptionalInt.empty() : OptionalInt.of(text.charAt(0) - '0');
        return new TicketNumber(kiosk, text.charAt(at), Integer.parseInt(text.substring(at + 1)));
    }

    public String text() {
        var digits = Integer.toString(ordinal);
        return (kiosk.isPresent() ? Integer.toString(kiosk.getAsInt()) : "")
                + letter
                + "0".repeat(3 - digits.length())
                + digits;
    }

    @Override
    public String toString() {
        return text();
    }
}
