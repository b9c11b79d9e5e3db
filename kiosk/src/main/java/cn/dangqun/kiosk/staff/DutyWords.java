package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.ui.Texts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// The Chinese for who is on duty, wherever it stands.
public record DutyWords(Texts texts, ZoneId zone) {

    /// 值守到 12:00
    public String until(Duty.Person person) {
        return texts.get("staff.duty.until", person.until().toString());
    }

    /// 现在无人值守, and when somebody comes.
    public String nobody(Duty.Nobody nobody) {
        return nobody.next().map(next -> next(next, nobody.today())).orElseGet(() -> texts.get("staff.duty.nobody"));
    }

    private String next(LocalDateTime next, LocalDate today) {
        var at = next.atZone(zone).toInstant();
        return next.toLocalDate().equals(today)
                ? texts.get("staff.duty.today", texts.time(at, zone))
                : texts.get(
                        "staff.duty.later",
                        next.getMonthValue(),
                        next.getDayOfMonth(),
                        texts.weekday(at, zone),
                        texts.time(at, zone));
    }
}
