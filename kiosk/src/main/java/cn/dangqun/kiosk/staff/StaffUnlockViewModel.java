package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.staff.StaffDesk.Unlock;
import cn.dangqun.kiosk.staff.StaffUnlockState.Remark;
import cn.dangqun.kiosk.ui.UiThread;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door of the staff corner: a name, then the person's own PIN (F-80). Methods on the UI thread.
public final class StaffUnlockViewModel {
    private static final Logger log = LoggerFactory.getLogger(StaffUnlockViewModel.class);

    static final int SHORTEST_PIN = 4;
    static final int LONGEST_PIN = 8;

    private final StaffDesk desk;
    private final UiThread ui;
    private final Executor background;
    private final Consumer<StaffMember> unlocked;
    private final ReadOnlyObjectWrapper<StaffUnlockState> state =
            new ReadOnlyObjectWrapper<>(new StaffUnlockState.Choosing(List.of()));
    private final StringBuilder pin = new StringBuilder(LONGEST_PIN);
    private long visit;

    public StaffUnlockViewModel(StaffDesk desk, UiThread ui, Executor background, Consumer<StaffMember> unlocked) {
        this.desk = desk;
        this.ui = ui;
        this.background = background;
        this.unlocked = unlocked;
    }

    public ReadOnlyObjectProperty<StaffUnlockState> state() {
        return state.getReadOnlyProperty();
    }

    /// Somebody came to the door: nothing of an earlier visit is left.
    public void open() {
        pin.setLength(0);
        long now = ++visit;
        var _ = CompletableFuture.supplyAsync(desk::staff, background)
                .whenComplete((people, problem) -> ui.execute(() -> show(now, people, problem)));
    }

    private void show(long asked, @Nullable List<StaffMember> people, @Nullable Throwable problem) {
        if (asked != visit) {
            return;
        }
        if (people == null) {
            log.error("The duty staff cannot be read", problem);
            state.set(new StaffUnlockState.Unreadable());
        } else {
            state.set(people.isEmpty() ? new StaffUnlockState.NobodyKnown() : new StaffUnlockState.Choosing(people));
        }
    }

    /// The visitor left; a verdict still under way opens nothing.
    public void leave() {
        visit++;
        pin.setLength(0);
        state.set(new StaffUnlockState.Choosing(List.of()));
    }

    public void choose(StaffMember person) {
        pin.setLength(0);
        state.set(new StaffUnlockState.Entering(person, 0, new Remark.None()));
    }

    public void type(String digit) {
        if (state.get() instanceof StaffUnlockState.Entering entering && pin.length() < LONGEST_PIN) {
            pin.append(digit);
            state.set(new StaffUnlockState.Entering(entering.person(), pin.length(), new Remark.None()));
        }
    }

    public void erase() {
        if (state.get() instanceof StaffUnlockState.Entering entering && !pin.isEmpty()) {
            pin.setLength(pin.length() - 1);
            state.set(new StaffUnlockState.Entering(entering.person(), pin.length(), new Remark.None()));
        }
    }

    public void confirm() {
        if (state.get() instanceof StaffUnlockState.Entering entering && pin.length() >= SHORTEST_PIN) {
            var person = entering.person();
            var tried = pin.toString();
            pin.setLength(0);
            long now = visit;
            state.set(new StaffUnlockState.Checking(person));
            var _ = desk.unlock(person.id(), tried)
                    .thenAccept(verdict -> ui.execute(() -> answer(now, person, verdict)));
        }
    }

    private void answer(long asked, StaffMember person, Unlock verdict) {
        if (asked != visit) {
            return;
        }
        switch (verdict) {
            case Unlock.Unlocked(StaffMember by) -> unlocked.accept(by);
            case Unlock.WrongPin(int left) ->
                state.set(new StaffUnlockState.Entering(person, 0, new Remark.Wrong(left)));
            case Unlock.LockedOut(var until) -> state.set(new StaffUnlockState.LockedOut(person, until));
            case Unlock.NotSaved() -> state.set(new StaffUnlockState.Entering(person, 0, new Remark.NotSaved()));
        }
    }
}
