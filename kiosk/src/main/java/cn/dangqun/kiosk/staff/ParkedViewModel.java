package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.staff.ParkedRecords.ParkedRecord;
import cn.dangqun.kiosk.ui.UiThread;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// 待处理, read afresh each time somebody looks. Methods on the UI thread; the disk is read on `background`.
final class ParkedViewModel {
    private static final Logger log = LoggerFactory.getLogger(ParkedViewModel.class);

    private final ParkedRecords records;
    private final UiThread ui;
    private final Executor background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Shut());
    private long visit;

    ParkedViewModel(ParkedRecords records, UiThread ui, Executor background) {
        this.records = records;
        this.ui = ui;
        this.background = background;
    }

    sealed interface State {
        /// No name of the last visit is left.
        record Shut() implements State {}

        record Listed(List<ParkedRecord> records) implements State {
            public Listed {
                records = List.copyOf(records);
            }
        }

        record Unreadable() implements State {}
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    void open() {
        long now = ++visit;
        var _ = CompletableFuture.supplyAsync(records::list, background)
                .whenComplete((list, problem) -> ui.execute(() -> show(now, list, problem)));
    }

    void shut() {
        visit++;
        state.set(new State.Shut());
    }

    private void show(long asked, @Nullable List<ParkedRecord> list, @Nullable Throwable problem) {
        if (asked != visit) {
            return;
        }
        if (list == null) {
            log.error("What the street has set aside cannot be read", problem);
            state.set(new State.Unreadable());
        } else {
            state.set(new State.Listed(list));
        }
    }
}
