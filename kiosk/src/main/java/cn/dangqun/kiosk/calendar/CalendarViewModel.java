package cn.dangqun.kiosk.calendar;

import cn.dangqun.kiosk.ui.UiThread;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Days to come, read afresh each time. Methods on the UI thread; reading on `background`.
final class CalendarViewModel {
    private static final Logger log = LoggerFactory.getLogger(CalendarViewModel.class);

    private final CalendarDesk desk;
    private final Supplier<LocalDate> today;
    private final boolean forStaff;
    private final UiThread ui;
    private final Executor background;
    private final ReadOnlyObjectWrapper<CalendarState> state = new ReadOnlyObjectWrapper<>(new CalendarState.Loading());

    CalendarViewModel(
            CalendarDesk desk, Supplier<LocalDate> today, boolean forStaff, UiThread ui, Executor background) {
        this.desk = desk;
        this.today = today;
        this.forStaff = forStaff;
        this.ui = ui;
        this.background = background;
    }

    ReadOnlyObjectProperty<CalendarState> state() {
        return state.getReadOnlyProperty();
    }

    void open() {
        var _ = CompletableFuture.supplyAsync(() -> desk.lines(forStaff), background)
                .whenComplete((lines, problem) -> ui.execute(() -> show(lines, problem)));
    }

    private void show(@Nullable List<CalendarLine> lines, @Nullable Throwable problem) {
        if (lines == null) {
            log.warn("The days to come cannot be read", problem);
            state.set(new CalendarState.Unreadable());
        } else {
            state.set(lines.isEmpty() ? new CalendarState.Empty() : new CalendarState.Listed(today.get(), lines));
        }
    }
}
