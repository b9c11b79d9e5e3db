package cn.dangqun.kiosk.window;

import cn.dangqun.domain.queue.Ticket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;

/// Names a ticket as it is at one moment. A button carries the mark of what it was drawn for, so that a second press,
/// or one on a page that is behind, does nothing.
final class Marks {
    private static final String NOBODY = "-";
    private static final int BYTES = 8;

    private Marks() {}

    static String of(Ticket ticket) {
        try {
            var all = MessageDigest.getInstance("SHA-256")
                    .digest(ticket.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    static String of(Optional<Ticket> ticket) {
        return ticket.map(Marks::of).orElse(NOBODY);
    }

    static Predicate<Ticket> is(String mark) {
        return ticket -> of(ticket).equals(mark);
    }

    static Predicate<Optional<Ticket>> current(String mark) {
        return ticket -> of(ticket).equals(mark);
    }
}
