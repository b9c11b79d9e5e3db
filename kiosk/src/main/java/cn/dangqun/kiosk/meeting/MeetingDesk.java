package cn.dangqun.kiosk.meeting;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.kiosk.place.StaffMember;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The sessions of this kiosk's activities. What reads the disk is called on a background thread; recording may
/// be asked on any thread, and its future completes on any, never exceptionally.
public interface MeetingDesk {
    /// Those of today and of the days on which one may still be opened again, today's first. Reads the disk.
    List<Activity> activities();

    /// Empty when the street no longer plans it. Reads the disk.
    ///
    /// @throws java.io.UncheckedIOException when the disk cannot be read
    Optional<MeetingView> view(ActivityId activity);

    CompletableFuture<Answer> record(ActivityId activity, MeetingAct act, StaffMember by);

    enum Answer {
        /// On the disk
        DONE,
        /// Things stand otherwise by now; nothing was recorded
        OVERTAKEN,
        /// The disk did not take it
        NOT_SAVED
    }
}
