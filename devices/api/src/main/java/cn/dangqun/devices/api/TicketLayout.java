package cn.dangqun.devices.api;

import java.util.List;
import java.util.Optional;

/// What stands on a ticket, from top to bottom: title, one big number, lines, code, footer. The texts are ready to
/// print; no ID number belongs here (F-91).
public record TicketLayout(
        String title,
        Optional<String> bigNumber,
        List<TicketLine> lines,
        Optional<TicketCode> code,
        List<String> footer) {
    private static final int LINES_MAX = 40;
    private static final int NUMBER_MAX = 12;

    public TicketLayout {
        lines = List.copyOf(lines);
        footer = List.copyOf(footer);
        if (title.isBlank() || title.length() > TicketLine.TEXT_MAX) {
            throw new IllegalArgumentException("a ticket needs a title of at most " + TicketLine.TEXT_MAX);
        }
        if (lines.size() + footer.size() > LINES_MAX) {
            throw new IllegalArgumentException("a ticket holds at most " + LINES_MAX + " lines");
        }
        if (bigNumber.filter(n -> n.isBlank() || n.length() > NUMBER_MAX).isPresent()) {
            throw new IllegalArgumentException("the big number has 1 to " + NUMBER_MAX + " characters");
        }
        if (footer.stream().anyMatch(text -> text.length() > TicketLine.TEXT_MAX)) {
            throw new IllegalArgumentException("a footer line holds at most " + TicketLine.TEXT_MAX);
        }
    }

    /// Silent about its content: a receipt may carry a name.
    @Override
    public String toString() {
        return "TicketLayout[" + lines.size() + " lines]";
    }
}
