package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.activity.ActivityToday;
import cn.dangqun.kiosk.activity.TodaysActivities;
import cn.dangqun.kiosk.device.DeviceBoard;
import cn.dangqun.kiosk.ledger.LedgerMonitor;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.sync.SyncMonitor;
import cn.dangqun.kiosk.ui.UiThread;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The state of the kiosk for duty staff, renewed while somebody looks (F-61, F-77). Methods on the UI thread.
public final class StaffCornerViewModel {
    private static final Logger log = LoggerFactory.getLogger(StaffCornerViewModel.class);

    /// What the corner looks at.
    public record Sources(
            Clock clock,
            SyncMonitor sync,
            LedgerMonitor ledger,
            DeviceBoard devices,
            TodaysActivities activities,
            ParkedRecords parked,
            ReturnedDesk returned) {}

    private final Sources sources;
    private final UiThread ui;
    private final Executor background;
    private final ReadOnlyObjectWrapper<StaffCornerState> state =
            new ReadOnlyObjectWrapper<>(new StaffCornerState.Shut());
    private @Nullable StaffMember inside;

    public StaffCornerViewModel(Sources sources, UiThread ui, Executor background) {
        this.sources = sources;
        this.ui = ui;
        this.background = background;
        sources.sync().onChange(_ -> ui.execute(this::refresh));
        sources.devices().onChange(_ -> ui.execute(this::refresh));
    }

    public ReadOnlyObjectProperty<StaffCornerState> state() {
        return state.getReadOnlyProperty();
    }

    public void open(StaffMember by) {
        inside = by;
        refresh();
    }

    public void shut() {
        inside = null;
        state.set(new StaffCornerState.Shut());
    }

    private void refresh() {
        var by = inside;
        if (by != null) {
            var _ = CompletableFuture.supplyAsync(this::read, background)
                    .whenComplete((day, problem) -> ui.execute(() -> show(by, day, problem)));
        }
    }

    /// What is read from disk.
    private record Day(List<ActivityToday> activities, int parked) {}

    private Day read() {
        return new Day(
                sources.activities().list(),
                sources.parked().list().size() + sources.returned().list().size());
    }

    private void show(StaffMember by, @Nullable Day day, @Nullable Throwable problem) {
        if (!by.equals(inside)) {
            return;
        }
        if (day == null) {
            log.error("Today's activities cannot be read", problem);
            state.set(new StaffCornerState.Unreadable(by));
        } else {
            state.set(new StaffCornerState.Open(
                    by,
                    sources.clock().instant(),
                    sources.sync().status(),
                    sources.ledger().health(),
                    sources.devices().devices(),
                    day.activities(),
                    day.parked()));
        }
    }
}
