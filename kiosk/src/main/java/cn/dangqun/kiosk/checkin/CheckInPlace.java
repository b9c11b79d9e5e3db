package cn.dangqun.kiosk.checkin;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/// The answer to a tap: comes up from any place, and leads home when it has stood long enough.
final class CheckInPlace implements Place {
    private static final String ID = "check-in";

    private final CheckInViewModel model;
    private final Ways ways;
    private final Consumer<CheckInAnswer> painted;
    private boolean here;

    CheckInPlace(CheckInViewModel model, Ways ways, Consumer<CheckInAnswer> painted) {
        this.model = model;
        this.ways = ways;
        this.painted = painted;
        model.state().addListener((_, _, now) -> follow(now));
    }

    private void follow(CheckInState now) {
        switch (now) {
            case CheckInState.Working _, CheckInState.Result _ -> {
                if (!here) {
                    ways.go(ID);
                }
            }
            case CheckInState.Resting _ -> ways.done(ID);
        }
    }

    CheckInViewModel model() {
        return model;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Node screen(Look look) {
        return new CheckInScreen(model, look, ways::help, painted);
    }

    @Override
    public void enter(Optional<StaffMember> by) {
        here = true;
    }

    @Override
    public void leave() {
        here = false;
        model.dismiss();
    }

    @Override
    public boolean rests() {
        return false;
    }

    @Override
    public boolean resumes() {
        return false;
    }

    @Override
    public boolean looksForCodes() {
        return true;
    }

    @Override
    public Cards cards() {
        return Cards.EVERYWHERE;
    }

    @Override
    public void presented(Credential credential) {
        model.present(credential);
    }

    @Override
    public void misread(DeviceFault.Kind fault) {
        model.misread(fault);
    }
}
