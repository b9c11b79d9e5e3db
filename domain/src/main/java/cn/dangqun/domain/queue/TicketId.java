package cn.dangqun.domain.queue;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Drawn when a number is taken, 16 hex digits. Two histories of one kiosk may both have given out A012; their tickets
/// are still two. Says nothing of the person.
public record TicketId(String hex) {
    private static final int BYTES = 8;

    public TicketId {
        if (!hex.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("a ticket id has 16 hex digits");
        }
    }

    public static TicketId draw(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new TicketId(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return hex;
    }
}
