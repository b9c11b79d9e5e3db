package cn.dangqun.domain.attendance;

import java.util.Optional;

/// One member of the roll with the computed state; `reason` is that of the leave or the absence, if any was given.
public record AttendanceLine(RollEntry entry, AttendanceState state, Optional<String> reason) {}
