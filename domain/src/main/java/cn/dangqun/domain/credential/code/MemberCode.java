package cn.dangqun.domain.credential.code;

import cn.dangqun.domain.member.MemberId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// What a member code says: which card of which member, valid through `expires`. Days from 2020-01-01 to 2199-06-06.
public record MemberCode(MemberId member, CardSerial serial, LocalDate issued, LocalDate expires) {
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final int LAST_DAY = 0xFFFF;

    public MemberCode {
        if (!isCountable(issued) || !isCountable(expires)) {
            throw new IllegalArgumentException("the days of a member code lie between 2020 and 2199");
        }
        if (expires.isBefore(issued)) {
            throw new IllegalArgumentException("a member code cannot expire before it is issued");
        }
    }

    /// `today`: the kiosk's local date; the last valid day is `expires` itself.
    public boolean isExpiredOn(LocalDate today) {
        return today.isAfter(expires);
    }

    static int dayNumber(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(FIRST_DAY, day));
    }

    static LocalDate day(int number) {
        return FIRST_DAY.plusDays(number);
    }

    private static boolean isCountable(LocalDate day) {
        var number = ChronoUnit.DAYS.between(FIRST_DAY, day);
        return number >= 0 && number <= LAST_DAY;
    }
}
