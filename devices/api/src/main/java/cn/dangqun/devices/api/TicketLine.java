package cn.dangqun.devices.api;

/// One line of text on a ticket; long text is wrapped by the printer's driver.
public record TicketLine(String text, Style style) {
    static final int TEXT_MAX = 200;

    public enum Style {
        NORMAL,
        STRONG,
        SMALL,
        /// A ruler over the whole width, with a line at either end; its text is not printed
        RULER
    }

    public TicketLine {
        if (text.length() > TEXT_MAX) {
            throw new IllegalArgumentException("a ticket line holds at most " + TEXT_MAX + " characters");
        }
    }

    public static TicketLine of(String text) {
        return new TicketLine(text, Style.NORMAL);
    }

    public static TicketLine strong(String text) {
        return new TicketLine(text, Style.STRONG);
    }

    public static TicketLine small(String text) {
        return new TicketLine(text, Style.SMALL);
    }

    public static TicketLine ruler() {
        return new TicketLine("", Style.RULER);
    }

    /// Silent about its text: it may carry a name.
    @Override
    public String toString() {
        return "TicketLine[" + style + "]";
    }
}
