package cn.dangqun.domain.queue;

import java.security.SecureRandom;
import java.util.Locale;

/// What the person of an appointment keeps and types on arrival: six digits, drawn, so that nobody counts on from
/// their own to their neighbour's.
public record AppointmentCode(String digits) {
    public static final int LENGTH = 6;
    private static final int COUNT = 1_000_000;

    public AppointmentCode {
        if (!digits.matches("[0-9]{6}")) {
            throw new IllegalArgumentException("the code of an appointment has six digits");
        }
    }

    public static AppointmentCode draw(SecureRandom random) {
        return new AppointmentCode(String.format(Locale.ROOT, "%06d", random.nextInt(COUNT)));
    }

    /// As people read it: 123 456.
    public String spaced() {
        int half = LENGTH / 2;
        return digits.substring(0, half) + " " + digits.substring(half);
    }

    @Override
    public String toString() {
        return "AppointmentCode[******]";
    }
}
