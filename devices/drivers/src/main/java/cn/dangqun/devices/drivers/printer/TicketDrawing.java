package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.TicketCode;
import cn.dangqun.devices.api.TicketJob;
import cn.dangqun.devices.api.TicketLayout;
import cn.dangqun.devices.api.TicketLine;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/// Draws a ticket, one bit a dot, 576 dots across 72 mm. Pure: the same job gives the same dots. Used by one thread.
final class TicketDrawing {
    private static final int MARGIN = 16;
    private static final int GAP = 12;
    private static final int HEIGHT_MAX = 12_000;
    private static final int NUMBER_SIZE = 150;
    private static final int NUMBER_SIZE_MIN = 48;
    private static final int CODE_SIDE = 264;
    private static final int QUIET_MODULES = 4;

    private static final TextStyle TITLE = new TextStyle(Font.BOLD, 36, true);
    private static final TextStyle FOOTER = new TextStyle(Font.PLAIN, 22, true);
    private static final TextStyle NORMAL = new TextStyle(Font.PLAIN, 27, false);
    private static final TextStyle STRONG = new TextStyle(Font.BOLD, 34, false);
    private static final TextStyle SMALL = new TextStyle(Font.PLAIN, 22, false);

    /// Dots of a centimetre, at 8 a millimetre
    private static final int CENTIMETRE = 80;
    private static final int RULER_HEIGHT = 40;

    private final TicketFont font;
    private final int width;

    private TicketDrawing(TicketFont font, int width) {
        this.font = font;
        this.width = width;
    }

    /// Loads the font and draws once, so that the first member does not wait for it.
    ///
    /// @throws DeviceException with MISCONFIGURED when the font is not installed
    static TicketDrawing with(String fontFamily) throws DeviceException {
        return with(fontFamily, EscPos.DOTS_PER_LINE);
    }

    /// `width` in dots: 576 on paper of 80 mm, 384 on 58 mm.
    static TicketDrawing with(String fontFamily, int width) throws DeviceException {
        var drawing = new TicketDrawing(TicketFont.of(fontFamily), width);
        var warmUp = new TicketLayout("取号单", Optional.of("A0"), List.of(), Optional.empty(), List.of());
        drawing.draw(new TicketJob(1, warmUp));
        return drawing;
    }

    BufferedImage draw(TicketJob job) {
        var sheet = new BufferedImage(width, HEIGHT_MAX, BufferedImage.TYPE_BYTE_BINARY);
        var pen = sheet.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, HEIGHT_MAX);
            pen.setColor(Color.BLACK);
            int bottom = draw(pen, job);
            var ticket = new BufferedImage(width, Math.min(bottom, HEIGHT_MAX), BufferedImage.TYPE_BYTE_BINARY);
            ticket.setData(sheet.getData(ticket.getRaster().getBounds()));
            return ticket;
        } finally {
            pen.dispose();
        }
    }

    private int draw(Graphics2D pen, TicketJob job) {
        var layout = job.layout();
        int y = text(pen, layout.title(), TITLE, GAP);
        y = rule(pen, y);
        if (layout.bigNumber().isPresent()) {
            y = bigNumber(pen, layout.bigNumber().get(), y) + GAP;
        }
        for (var line : layout.lines()) {
            y = line.style() == TicketLine.Style.RULER ? ruler(pen, y) : text(pen, line.text(), style(line.style()), y);
        }
        if (layout.code().isPresent()) {
            y = code(pen, layout.code().get(), y + GAP) + GAP;
        }
        for (var line : layout.footer()) {
            y = text(pen, line, FOOTER, y);
        }
        return text(pen, "#" + job.number(), FOOTER, y) + GAP;
    }

    private static TextStyle style(TicketLine.Style style) {
        return switch (style) {
            case NORMAL, RULER -> NORMAL;
            case STRONG -> STRONG;
            case SMALL -> SMALL;
        };
    }

    private int text(Graphics2D pen, String text, TextStyle style, int top) {
        return new TextBlock(pen, font, style, width - 2 * MARGIN).draw(text, MARGIN, top);
    }

    private int bigNumber(Graphics2D pen, String text, int top) {
        int size = NUMBER_SIZE;
        var block = new TextBlock(pen, font, new TextStyle(Font.BOLD, size, true), width - 2 * MARGIN);
        while (block.width(text) > width - 2 * MARGIN && size > NUMBER_SIZE_MIN) {
            size -= 6;
            block = new TextBlock(pen, font, new TextStyle(Font.BOLD, size, true), width - 2 * MARGIN);
        }
        return block.draw(text, MARGIN, top);
    }

    private int rule(Graphics2D pen, int top) {
        pen.fillRect(MARGIN, top, width - 2 * MARGIN, 2);
        return top + 2 + GAP;
    }

    /// A line at the very first and the very last dot, and one each centimetre.
    private int ruler(Graphics2D pen, int top) {
        pen.fillRect(0, top, width, 2);
        for (int x = 0; x < width; x += CENTIMETRE) {
            pen.fillRect(x, top, 2, RULER_HEIGHT / 2);
        }
        pen.fillRect(0, top, 2, RULER_HEIGHT);
        pen.fillRect(width - 2, top, 2, RULER_HEIGHT);
        return top + RULER_HEIGHT + GAP;
    }

    private int code(Graphics2D pen, TicketCode code, int top) {
        int modules = code.side() + 2 * QUIET_MODULES;
        int dots = Math.clamp(CODE_SIDE / code.side(), 3, 8);
        while (modules * dots > width && dots > 1) {
            dots--;
        }
        int left = (width - code.side() * dots) / 2;
        int first = top + QUIET_MODULES * dots;
        for (int y = 0; y < code.side(); y++) {
            for (int x = 0; x < code.side(); x++) {
                if (code.isDark(x, y)) {
                    pen.fillRect(left + x * dots, first + y * dots, dots, dots);
                }
            }
        }
        return top + modules * dots;
    }
}
