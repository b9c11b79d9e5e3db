package cn.dangqun.kiosk.activity;

import cn.dangqun.kiosk.activity.ActivityToday.Phase;
import cn.dangqun.kiosk.place.Readers;
import cn.dangqun.kiosk.sync.SyncMonitor;
import cn.dangqun.kiosk.sync.SyncStatus;
import cn.dangqun.kiosk.ui.UiThread;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What leads, renewed when home asks, when the street sends a plan and when the link changes. Methods on the
/// UI thread; disk is read on `background`.
final class LeadViewModel {
    private static final Logger log = LoggerFactory.getLogger(LeadViewModel.class);

    private final TodaysActivities activities;
    private final SyncMonitor sync;
    private final UiThread ui;
    private final Executor background;
    private final ReadOnlyObjectWrapper<LeadState> state = new ReadOnlyObjectWrapper<>(new LeadState.Loading());
    private final ReadOnlyObjectWrapper<Readers> readers;
    private @Nullable List<ActivityToday> last;

    LeadViewModel(
            TodaysActivities activities, SyncMonitor sync, ReadersToday devices, UiThread ui, Executor background) {
        this.readers = new ReadOnlyObjectWrapper<>(devices.now());
        devices.board().onChange(_ -> ui.execute(() -> readers.set(devices.now())));
        this.activities = activities;
        this.sync = sync;
        this.ui = ui;
        this.background = background;
        sync.onChange(_ -> ui.execute(this::compose));
        activities.onChange(() -> ui.execute(this::refresh));
    }

    ReadOnlyObjectProperty<LeadState> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Readers> readers() {
        return readers.getReadOnlyProperty();
    }

    void refresh() {
        var _ = CompletableFuture.supplyAsync(activities::list, background)
                .whenComplete((list, problem) -> ui.execute(() -> show(list, problem)));
    }

    private void show(@Nullable List<ActivityToday> list, @Nullable Throwable problem) {
        if (list == null) {
            log.error("Today's activities cannot be read", problem);
            state.set(new LeadState.Unreadable());
        } else {
            last = list;
            compose();
        }
    }

    private void compose() {
        var today = last;
        if (today != null) {
            state.set(isRevoked() ? new LeadState.Revoked() : of(today));
        }
    }

    private boolean isRevoked() {
        return sync.status().link() instanceof SyncStatus.Link.Refused(SyncStatus.RefusalReason reason)
                && reason == SyncStatus.RefusalReason.REVOKED;
    }

    private LeadState of(List<ActivityToday> today) {
        var open = today.stream().filter(a -> a.phase() == Phase.OPEN).toList();
        if (!open.isEmpty()) {
            return new LeadState.Open(open);
        }
        if (activities.isClockInDoubt()) {
            return new LeadState.ClockInDoubt();
        }
        return today.stream()
                .filter(a -> a.phase() == Phase.UPCOMING)
                .findFirst()
                .<LeadState>map(LeadState.Next::new)
                .orElseGet(() -> today.isEmpty() ? new LeadState.Nothing() : new LeadState.Over());
    }
}
