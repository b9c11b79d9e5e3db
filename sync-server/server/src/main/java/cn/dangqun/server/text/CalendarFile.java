package cn.dangqun.server.text;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A calendar that others import (RFC 5545). Times are UTC; lines are folded at 75 octets. For one thread.
public final class CalendarFile {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int FOLD_AT = 75;
    private static final String END = "\r\n";

    private final StringBuilder out = new StringBuilder();
    private final Instant now;

    public CalendarFile(Instant now) {
        this.now = now;
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//dangqun//street//ZH");
    }

    /// Something at a time. `id` stays the same when it is moved.
    public void timed(
            String id, Instant starts, Instant ends, String title, String place, String about, boolean cancelled) {
        begin(id);
        line("DTSTART:" + STAMP.format(starts));
        line("DTEND:" + STAMP.format(ends));
        line("SUMMARY:" + escaped(title));
        line("LOCATION:" + escaped(place));
        line("DESCRIPTION:" + escaped(about));
        if (cancelled) {
            line("STATUS:CANCELLED");
        }
        line("END:VEVENT");
    }

    /// Something of a whole day, which leaves the day free.
    public void wholeDay(String id, LocalDate day, String title, String about) {
        begin(id);
        line("DTSTART;VALUE=DATE:" + DAY.format(day));
        line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
        line("SUMMARY:" + escaped(title));
        line("DESCRIPTION:" + escaped(about));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    public String text() {
        return out + "END:VCALENDAR" + END;
    }

    private void begin(String id) {
        line("BEGIN:VEVENT");
        line("UID:" + id + "@dangqun");
        line("DTSTAMP:" + STAMP.format(now));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    private void line(String text) {
        int octets = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            var character = Character.toString(text.codePointAt(i));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > FOLD_AT) {
                out.append(END).append(' ');
                octets = 1;
            }
            out.append(character);
            octets += length;
        }
        out.append(END);
    }
}
