package cn.dangqun.kiosk.shell;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.kiosk.checkin.CheckInState;
import cn.dangqun.kiosk.checkin.CheckInViewModel;
import cn.dangqun.kiosk.staff.StaffDesk.StaffMember;
import cn.dangqun.kiosk.sync.SyncMonitor;
import cn.dangqun.kiosk.sync.SyncStatus;
import cn.dangqun.kiosk.ui.UiThread;
import java.time.Duration;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Where the kiosk is and where it goes: a tap opens the answer from any screen, a minute without a touch leads back to
/// idle and locks the staff corner (F-42, F-80). All methods on the UI thread.
public final class ShellViewModel {
    static final Duration IDLE_AFTER = Duration.ofSeconds(60);
    static final Duration TROUBLE_STAYS = Duration.ofSeconds(8);

    private final CheckInViewModel checkIn;
    private final SyncMonitor sync;
    private final UiThread ui;
    private final ReadOnlyObjectWrapper<ShellState> state;
    private final ReadOnlyBooleanWrapper watched = new ReadOnlyBooleanWrapper();
    private UiThread.@Nullable Pending idling;

    public ShellViewModel(CheckInViewModel checkIn, SyncMonitor sync, UiThread ui) {
        this.checkIn = checkIn;
        this.sync = sync;
        this.ui = ui;
        this.state = new ReadOnlyObjectWrapper<>(resting(new ShellState.Idle()));
        checkIn.state().addListener((_, _, now) -> follow(now));
        sync.onChange(status -> ui.execute(() -> enrolmentChanged(status)));
    }

    public ReadOnlyObjectProperty<ShellState> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether a camera takes pictures now.
    public ReadOnlyBooleanProperty watched() {
        return watched.getReadOnlyProperty();
    }

    public void watching(boolean on) {
        watched.set(on);
    }

    /// A finger or a mouse; on the idle screen it opens home.
    public void touched() {
        waitForIdle(IDLE_AFTER);
        if (state.get() instanceof ShellState.Idle) {
            home();
        }
    }

    public void presented(Credential credential) {
        checkIn.present(credential);
    }

    public void misread(DeviceFault.Kind fault) {
        checkIn.misread(fault);
    }

    public void home() {
        go(new ShellState.Home());
    }

    public void activities() {
        go(new ShellState.Activities());
    }

    public void wall() {
        go(new ShellState.Wall());
    }

    public void privacy() {
        go(new ShellState.Privacy());
    }

    public void help() {
        go(new ShellState.Help());
    }

    public void takeNumber() {
        go(new ShellState.TakeNumber());
    }

    /// The number has stood long enough; whoever went elsewhere meanwhile stays there.
    public void numberShown() {
        if (state.get() instanceof ShellState.TakeNumber) {
            home();
        }
    }

    public void staff() {
        go(new ShellState.StaffUnlock());
    }

    public void unlocked(StaffMember by) {
        go(new ShellState.StaffCorner(by));
    }

    /// 设备自检, from the staff corner only.
    public void selfTest() {
        if (state.get() instanceof ShellState.StaffCorner(StaffMember by)) {
            go(new ShellState.SelfTest(by));
        }
    }

    /// 叫号, from the staff corner only.
    public void calling() {
        if (state.get() instanceof ShellState.StaffCorner(StaffMember by)) {
            go(new ShellState.Calling(by));
        }
    }

    /// From the self-test or the calling screen back to the staff corner.
    public void corner() {
        if (state.get() instanceof ShellState.SelfTest(StaffMember by)) {
            go(new ShellState.StaffCorner(by));
        } else if (state.get() instanceof ShellState.Calling(StaffMember by)) {
            go(new ShellState.StaffCorner(by));
        }
    }

    /// Shows the code for a while, then starts again from home.
    public void trouble(String code) {
        go(new ShellState.Trouble(code));
        waitForIdle(TROUBLE_STAYS);
    }

    private void go(ShellState wanted) {
        state.set(resting(wanted));
        if (!(wanted instanceof ShellState.CheckIn)) {
            checkIn.dismiss();
        }
        waitForIdle(IDLE_AFTER);
    }

    /// Idle and home have nothing to show before the street knows this kiosk.
    private ShellState resting(ShellState wanted) {
        boolean enrolled = !(sync.status().link() instanceof SyncStatus.Link.NotEnrolled);
        boolean resting = wanted instanceof ShellState.Idle || wanted instanceof ShellState.Home;
        return resting && !enrolled ? new ShellState.Enrolment() : wanted;
    }

    private void follow(CheckInState now) {
        switch (now) {
            case CheckInState.Working _, CheckInState.Result _ -> {
                if (!(state.get() instanceof ShellState.CheckIn)) {
                    go(new ShellState.CheckIn());
                }
            }
            case CheckInState.Resting _ -> {
                if (state.get() instanceof ShellState.CheckIn) {
                    home();
                }
            }
        }
    }

    private void enrolmentChanged(SyncStatus status) {
        boolean enrolled = !(status.link() instanceof SyncStatus.Link.NotEnrolled);
        switch (state.get()) {
            case ShellState.Enrolment _ -> {
                if (enrolled) {
                    home();
                }
            }
            case ShellState.Idle _, ShellState.Home _ -> state.set(resting(state.get()));
            case ShellState.CheckIn _,
                    ShellState.Activities _,
                    ShellState.Wall _,
                    ShellState.Privacy _,
                    ShellState.Help _,
                    ShellState.StaffUnlock _,
                    ShellState.StaffCorner _,
                    ShellState.SelfTest _,
                    ShellState.TakeNumber _,
                    ShellState.Calling _,
                    ShellState.Trouble _ -> {}
        }
    }

    private void waitForIdle(Duration delay) {
        if (idling != null) {
            idling.cancel();
        }
        idling = ui.after(delay, this::rest);
    }

    private void rest() {
        switch (state.get()) {
            case ShellState.Trouble _ -> home();
            case ShellState.CheckIn _ -> waitForIdle(IDLE_AFTER);
            case ShellState.Idle _,
                    ShellState.Home _,
                    ShellState.Activities _,
                    ShellState.Wall _,
                    ShellState.Privacy _,
                    ShellState.Help _,
                    ShellState.StaffUnlock _,
                    ShellState.StaffCorner _,
                    ShellState.SelfTest _,
                    ShellState.TakeNumber _,
                    ShellState.Calling _,
                    ShellState.Enrolment _ -> state.set(resting(new ShellState.Idle()));
        }
    }
}
