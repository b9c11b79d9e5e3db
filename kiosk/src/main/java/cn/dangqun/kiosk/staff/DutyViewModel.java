package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.ui.UiThread;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who is on duty. Methods on the UI thread; disk is read on `background`.
public final class DutyViewModel {
    private static final Logger log = LoggerFactory.getLogger(DutyViewModel.class);

    private final StaffDesk desk;
    private final UiThread ui;
    private final Executor background;
    private final ReadOnlyObjectWrapper<Duty> onDuty = new ReadOnlyObjectWrapper<>(new Duty.Unsaid());

    public DutyViewModel(StaffDesk desk, UiThread ui, Executor background) {
        this.desk = desk;
        this.ui = ui;
        this.background = background;
    }

    public ReadOnlyObjectProperty<Duty> onDuty() {
        return onDuty.getReadOnlyProperty();
    }

    /// While the disk fails, those last seen stay.
    public void refresh() {
        var _ = CompletableFuture.supplyAsync(desk::onDuty, background)
                .whenComplete((now, problem) -> ui.execute(() -> show(now, problem)));
    }

    private void show(@Nullable Duty now, @Nullable Throwable problem) {
        if (now == null) {
            log.error("Who is on duty cannot be read", problem);
        } else {
            onDuty.set(now);
        }
    }
}
