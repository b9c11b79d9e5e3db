package cn.dangqun.server.plan;

import cn.dangqun.server.text.CalendarFile;
import java.time.Instant;
import java.util.List;

/// The plan as a calendar that others import.
record PlanCalendar(Instant now) {
    String of(List<PlanReader.Row> rows) {
        var file = new CalendarFile(now);
        for (var row : rows) {
            file.timed(
                    row.id().value(),
                    row.starts(),
                    row.ends(),
                    row.title(),
                    row.place(),
                    row.organization(),
                    row.cancelled());
        }
        return file.text();
    }
}
