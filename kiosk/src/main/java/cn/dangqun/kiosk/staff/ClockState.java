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
        YEAR(0, 4),
        MONTH(1, 2),
        DAY(2, 2),
        HOUR(3, 2),
        MINUTE(4, 2);

        private final int place;
        private final int digits;

        Part(int place, int digits) {
            this.place = place;
            this.digits = digits;
        }

        /// Where it stands among what is typed.
        int place() {
            return place;
        }

        /// The one that is typed after it; the last is its own.
        Part next() {
            return switch (this) {
                case YEAR -> MONTH;
                case MONTH -> DAY;
                case DAY -> HOUR;
                case HOUR, MINUTE -> MINUTE;
            };
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
