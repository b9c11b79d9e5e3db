package cn.dangqun.kiosk.meeting;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.kiosk.ui.UiThread;
import cn.dangqun.kiosk.ui.UiThread.Pending;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The session that the room sees on the second display. It goes on while staff are elsewhere, and ends with the
/// session, or when they take it down. Methods on the UI thread; reading on `background`.
final class HallModel {
    private static final Logger log = LoggerFactory.getLogger(HallModel.class);
    static final Duration FRESH = Duration.ofSeconds(2);
    /// How long a closed session stays to be read.
    static final Duration LAST_LOOK = Duration.ofMinutes(1);

    private final MeetingDesk desk;
    private final Projector projector;
    private final UiThread ui;
    private final Executor background;
    private final ReadOnlyObjectWrapper<Optional<MeetingView>> view = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ActivityId> shown = Optional.empty();
    private @Nullable Pending next;

    HallModel(MeetingDesk desk, Projector projector, UiThread ui, Executor background) {
        this.desk = desk;
        this.projector = projector;
        this.ui = ui;
        this.background = background;
    }

    ReadOnlyObjectProperty<Optional<MeetingView>> view() {
        return view.getReadOnlyProperty();
    }

    boolean isPossible() {
        return projector.isThere();
    }

    boolean shows(ActivityId activity) {
        return shown.equals(Optional.of(activity));
    }

    void show(MeetingView now) {
        shown = Optional.of(now.activity().id());
        view.set(Optional.of(now));
        projector.show(look -> new HallScreen(this, look));
        again(FRESH);
    }

    void takeDown() {
        shown = Optional.empty();
        if (next != null) {
            next.cancel();
        }
        projector.clear();
        view.set(Optional.empty());
    }

    private void again(Duration delay) {
        if (next != null) {
            next.cancel();
        }
        next = ui.after(delay, () -> shown.ifPresent(this::read));
    }

    private void read(ActivityId activity) {
        background.execute(() -> {
            var read = reading(activity);
            ui.execute(() -> {
                if (shows(activity)) {
                    arrived(read);
                }
            });
        });
    }

    /// What cannot be read now stands as it was read before.
    private Optional<MeetingView> reading(ActivityId activity) {
        try {
            return desk.view(activity);
        } catch (RuntimeException unreadable) {
            log.warn("The session on the second display cannot be read", unreadable);
            return Optional.empty();
        }
    }

    private void arrived(Optional<MeetingView> read) {
        boolean wasClosed = isClosed();
        read.ifPresent(now -> view.set(Optional.of(now)));
        if (!projector.isThere() || (wasClosed && isClosed())) {
            takeDown();
        } else {
            again(isClosed() ? LAST_LOOK : FRESH);
        }
    }

    private boolean isClosed() {
        return view.get().filter(each -> each.record().isClosed()).isPresent();
    }
}
