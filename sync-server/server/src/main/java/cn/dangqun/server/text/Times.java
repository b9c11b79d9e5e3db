package cn.dangqun.server.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/// Times as people at the street read them: 09:02 for today, with the date for any other day. In the street's zone.
public final class Times {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter PRECISE = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Clock clock;
    private final ZoneId zone;
    private final Texts texts;

    public Times(Clock clock, ZoneId zone, Texts texts) {
        this.clock = clock;
        this.zone = zone;
        this.texts = texts;
    }

    public Instant now() {
        return clock.instant();
    }

    /// How long ago; zero for what a kiosk's fast clock puts into the future.
    public Duration age(Instant at) {
        var age = Duration.between(at, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /// 0 to 23.
    public int hour(Instant at) {
        return at.atZone(zone).getHour();
    }

    public String time(Instant at) {
        return at.atZone(zone).format(TIME);
    }

    /// 2026-11-23
    public String date(Instant at) {
        return at.atZone(zone).toLocalDate().toString();
    }

    public String precise(Instant at) {
        return at.atZone(zone).format(PRECISE);
    }

    /// As short as it can be without being mistaken.
    public String when(Instant at) {
        var local = at.atZone(zone);
        if (local.toLocalDate().equals(today())) {
            return local.format(TIME);
        }
        return local.format(local.getYear() == today().getYear() ? THIS_YEAR : FULL);
    }

    /// 2026年11月23日 星期一
    public String day(LocalDate date) {
        var weekday = date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE);
        return texts.get(
                "text.times.day",
                Integer.toString(date.getYear()),
                date.getMonthValue(),
                date.getDayOfMonth(),
                weekday);
    }

    /// How long ago, in one unit: 3 分钟, 5 小时, 2 天.
    public String span(Duration duration) {
        if (duration.toDays() > 0) {
            return texts.get("text.times.days", duration.toDays());
        }
        if (duration.toHours() > 0) {
            return texts.get("text.times.hours", duration.toHours());
        }
        return texts.get("text.times.minutes", duration.toMinutes());
    }
}
