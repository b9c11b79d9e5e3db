package cn.dangqun.kiosk.activity;

import cn.dangqun.kiosk.ui.UiThread;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Today's activities, read afresh each time the list is opened. Methods on the UI thread; reading on `background`.
final class ActivitiesViewModel {
    private static final Logger log = LoggerFactory.getLogger(ActivitiesViewModel.class);

    private final TodaysActivities activities;
    private final UiThread ui;
    private final Executor background;
    private final ReadOnlyObjectWrapper<ActivitiesState> state =
            new ReadOnlyObjectWrapper<>(new ActivitiesState.Loading());

    public ActivitiesViewModel(TodaysActivities activities, UiThread ui, Executor background) {
        this.activities = activities;
        this.ui = ui;
        this.background = background;
    }

    public ReadOnlyObjectProperty<ActivitiesState> state() {
        return state.getReadOnlyProperty();
    }

    public void refresh() {
        var _ = CompletableFuture.supplyAsync(activities::list, background)
                .whenComplete((list, problem) -> ui.execute(() -> show(list, problem)));
    }

    private void show(@Nullable List<ActivityToday> list, @Nullable Throwable problem) {
        if (list == null) {
            log.error("Today's activities cannot be read", problem);
            state.set(new ActivitiesState.Unreadable());
        } else {
            state.set(of(list));
        }
    }

    private ActivitiesState of(List<ActivityToday> list) {
        boolean open = list.stream().anyMatch(each -> each.phase() == ActivityToday.Phase.OPEN);
        if (!open && activities.isClockInDoubt()) {
            return new ActivitiesState.ClockInDoubt();
        }
        return list.isEmpty() ? new ActivitiesState.Empty() : new ActivitiesState.Listed(list);
    }
}
