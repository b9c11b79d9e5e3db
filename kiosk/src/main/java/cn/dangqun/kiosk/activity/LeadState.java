package cn.dangqun.kiosk.activity;

import java.util.List;

/// What leads on idle and home.
sealed interface LeadState {
    record Loading() implements LeadState {}

    /// Check-in is open: it leads. Never empty, in order of start.
    record Open(List<ActivityToday> activities) implements LeadState {
        public Open {
            activities = List.copyOf(activities);
        }
    }

    record Next(ActivityToday activity) implements LeadState {}

    /// Nothing is open by a clock that cannot be right (F-74).
    record ClockInDoubt() implements LeadState {}

    /// All of today's check-ins have closed.
    record Over() implements LeadState {}

    record Nothing() implements LeadState {}

    /// The plan could not be read from disk.
    record Unreadable() implements LeadState {}

    /// The street has revoked this kiosk.
    record Revoked() implements LeadState {}
}
