package cn.dangqun.kiosk.scan;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.kiosk.place.StaffMember;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Where pictures of paper lists come from, and where they are kept. May be asked on any thread; futures complete on
/// any, never exceptionally.
public interface ScanDesk {
    /// So many sheets of one activity and no more.
    int MOST = 12;

    boolean hasCamera();

    boolean hasStick();

    /// What the camera sees next; waits as long as it sees nothing.
    CompletableFuture<PageImage> look();

    /// Pictures on the sticks, the newest first; empty when there is no stick.
    CompletableFuture<Optional<List<String>>> files();

    /// Empty when it is no picture, too large, or gone.
    CompletableFuture<Optional<PageImage>> open(String file);

    /// How many sheets of the activity are kept here.
    CompletableFuture<Integer> kept(ActivityId activity);

    CompletableFuture<Answer> keep(ActivityId activity, PageImage picture, StaffMember by);

    enum Answer {
        /// On the disk
        KEPT,
        /// There are [#MOST] already
        TOO_MANY,
        /// The activity is no longer known here
        GONE,
        /// The disk did not take it
        NOT_SAVED
    }
}
