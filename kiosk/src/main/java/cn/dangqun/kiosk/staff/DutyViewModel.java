package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.ui.UiThread;
import java.util.List;
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
    private final ReadOnlyObjectWrapper<List<StaffMember>> onDuty = new ReadOnlyObjectWrapper<>(List.of());

    public DutyViewModel(StaffDesk desk, UiThread ui, Executor background) {
        this.desk = desk;
        this.ui = ui;
        this.background = background;
    }

    public ReadOnlyObjectProperty<List<StaffMember>> onDuty() {
        return onDuty.getReadOnlyProperty();
    }

    /// While the disk fails, those last seen stay.
    public void refresh() {
        var _ = CompletableFuture.supplyAsync(desk::staff, background)
                .whenComplete((people, problem) -> ui.execute(() -> show(people, problem)));
    }

    private void show(@Nullable List<StaffMember> people, @Nullable Throwable problem) {
        if (people == null) {
            log.error("The duty staff cannot be read", problem);
        } else {
            onDuty.set(
                    people.stream().filter(member -> !member.duty().isBlank()).toList());
        }
    }
}
