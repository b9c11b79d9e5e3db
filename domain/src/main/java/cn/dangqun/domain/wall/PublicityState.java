package cn.dangqun.domain.wall;

import java.time.LocalDate;
import java.util.Optional;

/// When a publicity column was last renewed, by when it must be again, and whether that day has passed.
public record PublicityState(Optional<LocalDate> lastUpdate, LocalDate nextDue, boolean isOverdue) {}
