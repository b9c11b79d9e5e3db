package cn.dangqun.server.minutes;

import cn.dangqun.domain.activity.ActivityId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What is written of a session. Names stand in it as somebody typed them.
final class Minutes {
    static final int LONGEST_NAME = 60;
    static final int LONGEST_TOPIC = 200;
    static final int LONGEST_TEXT = 6000;

    private Minutes() {}

    /// `dissent` is empty where somebody said that there was none.
    record Text(
            String chair, String recorder, String topic, String points, Optional<String> dissent, String resolutions) {
        @Override
        public String toString() {
            return "Minutes.Text";
        }
    }

    record Version(int number, Text text, String savedBy, Instant savedAt) {}

    /// A page of the hand-written book.
    record Scan(int number, String addedBy, Instant addedAt) {}

    /// `organization` held the session.
    record Task(
            String id,
            ActivityId activity,
            String activityTitle,
            String organizationName,
            String content,
            String owner,
            LocalDate due,
            Optional<Done> done) {
        boolean isOverdue(LocalDate today) {
            return done.isEmpty() && due.isBefore(today);
        }

        @Override
        public String toString() {
            return "Task[" + id + "]";
        }
    }

    record Done(LocalDate on, String by, String outcome) {}

    /// What is typed of a new task.
    record Order(String content, String owner, LocalDate due) {}
}
