package cn.dangqun.kiosk.activity;

import java.util.List;

/// What the list of today's activities shows.
sealed interface ActivitiesState {
    record Loading() implements ActivitiesState {}

    record Listed(List<ActivityToday> activities) implements ActivitiesState {
        public Listed {
            activities = List.copyOf(activities);
        }
    }

    /// Nothing is open by a clock that cannot be right (F-74).
    record ClockInDoubt() implements ActivitiesState {}

    record Empty() implements ActivitiesState {}

    /// The plan could not be read from disk.
    record Unreadable() implements ActivitiesState {}
}
