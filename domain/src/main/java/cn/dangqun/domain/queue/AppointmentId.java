package cn.dangqun.domain.queue;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Drawn when an appointment is made, 16 hex digits. Says nothing of the person.
public record AppointmentId(String hex) {
    private static final int BYTES = 8;

    public AppointmentId {
        if (!hex.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("an appointment id has 16 hex digits");
        }
    }

    public static AppointmentId draw(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new AppointmentId(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return hex;
    }
}
