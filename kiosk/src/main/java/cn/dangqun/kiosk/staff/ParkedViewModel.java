package cn.dangqun.kiosk.staff;

import cn.dangqun.domain.fact.Handling;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.staff.ParkedRecords.ParkedRecord;
import cn.dangqun.kiosk.staff.ReturnedDesk.Returned;
import cn.dangqun.kiosk.ui.UiThread;
import java.util.List;
import java.util.Optional;
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
    private final ReturnedDesk returned;
    private final UiThread ui;
    private final Executor background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Shut());
    private long visit;
    private Optional<StaffMember> by = Optional.empty();

    ParkedViewModel(ParkedRecords records, ReturnedDesk returned, UiThread ui, Executor background) {
        this.records = records;
        this.returned = returned;
        this.ui = ui;
        this.background = background;
    }

    sealed interface State {
        /// No name of the last visit is left.
        record Shut() implements State {}

        /// `kept`: the last answer was recorded.
        record Listed(List<ParkedRecord> records, List<Returned> returned, boolean kept) implements State {
            public Listed {
                records = List.copyOf(records);
                returned = List.copyOf(returned);
            }

            boolean isEmpty() {
                return records.isEmpty() && returned.isEmpty();
            }
        }

        record Unreadable() implements State {}
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    void open(Optional<StaffMember> staff) {
        by = staff;
        read(true);
    }

    private void read(boolean kept) {
        long now = ++visit;
        var _ = CompletableFuture.supplyAsync(() -> new State.Listed(records.list(), returned.list(), kept), background)
                .whenComplete((list, problem) -> ui.execute(() -> show(now, list, problem)));
    }

    /// Recorded in the name of whoever opened the page; a second press meanwhile finds the item gone.
    void answer(Returned item, String words) {
        by.ifPresent(staff -> {
            long now = ++visit;
            var _ = returned.answer(item.item(), new Handling(staff.id(), words))
                    .thenAccept(kept -> ui.execute(() -> {
                        if (now == visit) {
                            read(kept);
                        }
                    }));
        });
    }

    void shut() {
        visit++;
        by = Optional.empty();
        state.set(new State.Shut());
    }

    private void show(long asked, State.@Nullable Listed list, @Nullable Throwable problem) {
        if (asked != visit) {
            return;
        }
        if (list == null) {
            log.error("What the street has set aside cannot be read", problem);
            state.set(new State.Unreadable());
        } else {
            state.set(list);
        }
    }
}
