package cn.dangqun.kiosk.staff;

import cn.dangqun.domain.staff.PinRule;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.staff.StaffDesk.Unlock;
import cn.dangqun.kiosk.staff.StaffUnlockState.PinRemark;
import cn.dangqun.kiosk.staff.StaffUnlockState.Remark;
import cn.dangqun.kiosk.ui.UiThread;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door of the staff corner: a name, then the person's own PIN, which is chosen with a one-time code the first time
/// (F-80). Methods on the UI thread.
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
    private String code = "";
    private String chosen = "";
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
        forget();
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
        forget();
        state.set(new StaffUnlockState.Choosing(List.of()));
    }

    private void forget() {
        pin.setLength(0);
        code = "";
        chosen = "";
    }

    public void choose(StaffMember person) {
        forget();
        state.set(new StaffUnlockState.Entering(person, 0, new Remark.None()));
    }

    public void type(String digit) {
        if (isTyping() && pin.length() < LONGEST_PIN) {
            pin.append(digit);
            typed();
        }
    }

    public void erase() {
        if (isTyping() && !pin.isEmpty()) {
            pin.setLength(pin.length() - 1);
            typed();
        }
    }

    private boolean isTyping() {
        return state.get() instanceof StaffUnlockState.Entering || state.get() instanceof StaffUnlockState.SettingPin;
    }

    private void typed() {
        if (state.get() instanceof StaffUnlockState.Entering entering) {
            state.set(new StaffUnlockState.Entering(entering.person(), pin.length(), new Remark.None()));
        } else if (state.get() instanceof StaffUnlockState.SettingPin setting) {
            state.set(new StaffUnlockState.SettingPin(setting.person(), pin.length(), setting.again(), PinRemark.NONE));
        }
    }

    public void confirm() {
        if (state.get() instanceof StaffUnlockState.Entering entering && pin.length() >= SHORTEST_PIN) {
            var tried = take();
            code = tried;
            check(entering.person(), () -> desk.unlock(entering.person().id(), tried));
        } else if (state.get() instanceof StaffUnlockState.SettingPin setting && !pin.isEmpty()) {
            set(setting, take());
        }
    }

    private String take() {
        var typed = pin.toString();
        pin.setLength(0);
        return typed;
    }

    private void set(StaffUnlockState.SettingPin setting, String typed) {
        var person = setting.person();
        if (!setting.again()) {
            boolean good = PinRule.isGood(typed) && !typed.equals(code);
            chosen = good ? typed : "";
            state.set(new StaffUnlockState.SettingPin(person, 0, good, good ? PinRemark.NONE : PinRemark.TOO_SIMPLE));
        } else if (typed.equals(chosen)) {
            check(person, () -> desk.choosePin(person.id(), code, typed));
        } else {
            state.set(new StaffUnlockState.SettingPin(person, 0, false, PinRemark.DIFFERENT));
        }
    }

    private void check(StaffMember person, Supplier<CompletableFuture<Unlock>> asking) {
        boolean setting = state.get() instanceof StaffUnlockState.SettingPin;
        long now = visit;
        state.set(new StaffUnlockState.Checking(person));
        var _ = asking.get().thenAccept(verdict -> ui.execute(() -> answer(now, person, verdict, setting)));
    }

    private void answer(long asked, StaffMember person, Unlock verdict, boolean setting) {
        if (asked != visit) {
            return;
        }
        switch (verdict) {
            case Unlock.Unlocked(StaffMember by) -> unlocked.accept(by);
            case Unlock.CodeAccepted(StaffMember by) ->
                state.set(new StaffUnlockState.SettingPin(by, 0, false, PinRemark.NONE));
            case Unlock.WrongPin(int left) ->
                state.set(new StaffUnlockState.Entering(person, 0, new Remark.Wrong(left)));
            case Unlock.LockedOut(var until) -> state.set(new StaffUnlockState.LockedOut(person, until));
            case Unlock.NotSaved() ->
                state.set(
                        setting
                                ? new StaffUnlockState.SettingPin(person, 0, false, PinRemark.NOT_SAVED)
                                : new StaffUnlockState.Entering(person, 0, new Remark.NotSaved()));
        }
    }
}
