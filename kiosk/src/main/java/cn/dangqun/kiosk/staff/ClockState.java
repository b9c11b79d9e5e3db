package cn.dangqun.kiosk.staff;

import cn.dangqun.domain.fact.ClockReading;
import java.time.LocalDateTime;
import java.util.List;

/// What 核对日期时间 shows.
sealed interface ClockState {
    /// Nobody is here.
    record Away() implements ClockState {}

    /// `typed` has the digits of each [Part], of which `at` is typed now.
    record Setting(ClockReading.Decided believed, List<String> typed, Part at, Remark remark) implements ClockState {
        public Setting {
            typed = List.copyOf(typed);
        }
    }

    /// Shown once more, large, before it counts.
    record Confirming(LocalDateTime wanted) implements ClockState {}

    record Saving(LocalDateTime wanted) implements ClockState {}

    record Done(LocalDateTime set) implements ClockState {}

    enum Part {
        YEAR(4),
        MONTH(2),
        DAY(2),
        HOUR(2),
        MINUTE(2);

        private final int digits;

        Part(int digits) {
            this.digits = digits;
        }

        int digits() {
            return digits;
        }
    }

    enum Remark {
        NONE,
        /// 31 April, 25 o'clock
        NO_SUCH_TIME,
        /// Before this program was written, or after its life
        CANNOT_BE,
        NOT_SAVED
    }
}
