package cn.dangqun.domain.wall;

import java.time.LocalDate;
import java.util.Optional;

/// When a publicity column was last renewed, by when it must be again, and how many such days have passed since
/// without anything new. `lastUpdate` is empty when nothing ever hung.
public record PublicityState(Optional<LocalDate> lastUpdate, LocalDate nextDue, int missed) {
    public boolean isOverdue() {
        return missed > 0;
    }
}
