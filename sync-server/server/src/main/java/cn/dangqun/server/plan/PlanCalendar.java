package cn.dangqun.server.plan;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// The plan as a calendar that others import (RFC 5545). Times are UTC; lines are folded at 75 octets.
record PlanCalendar(Instant now) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int FOLD_AT = 75;
    private static final String END = "\r\n";

    String of(List<PlanReader.Row> rows) {
        var out = new StringBuilder();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//dangqun//street//ZH");
        for (var row : rows) {
            line(out, "BEGIN:VEVENT");
            line(out, "UID:" + row.id() + "@dangqun");
            line(out, "DTSTAMP:" + STAMP.format(now));
            line(out, "DTSTART:" + STAMP.format(row.starts()));
            line(out, "DTEND:" + STAMP.format(row.ends()));
            line(out, "SUMMARY:" + escaped(row.title()));
            line(out, "LOCATION:" + escaped(row.place()));
            line(out, "DESCRIPTION:" + escaped(row.organization()));
            if (row.cancelled()) {
                line(out, "STATUS:CANCELLED");
            }
            line(out, "END:VEVENT");
        }
        line(out, "END:VCALENDAR");
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    private static void line(StringBuilder out, String text) {
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
