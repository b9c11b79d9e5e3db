package cn.dangqun.kiosk.shell;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.kiosk.activity.ActivitiesViewModel;
import cn.dangqun.kiosk.checkin.CheckInViewModel;
import cn.dangqun.kiosk.queue.CallingViewModel;
import cn.dangqun.kiosk.queue.CallsViewModel;
import cn.dangqun.kiosk.queue.TakeNumberViewModel;
import cn.dangqun.kiosk.staff.SelfTestViewModel;
import cn.dangqun.kiosk.staff.StaffCornerViewModel;
import cn.dangqun.kiosk.staff.StaffUnlockViewModel;
import cn.dangqun.kiosk.sync.EnrolmentViewModel;
import cn.dangqun.kiosk.ui.UiThread;
import cn.dangqun.kiosk.wall.WallTurnsViewModel;
import cn.dangqun.kiosk.wall.WallViewModel;
import java.util.concurrent.Executor;

/// The view models of one kiosk, and what each does when its screen comes up. Build and use on the UI thread.
record KioskModels(
        ShellViewModel shell,
        HomeViewModel home,
        CheckInViewModel checkIn,
        ActivitiesViewModel activities,
        WallViewModel wall,
        WallTurnsViewModel turns,
        StaffUnlockViewModel unlock,
        StaffCornerViewModel corner,
        SelfTestViewModel selfTest,
        EnrolmentViewModel enrolment,
        TakeNumberViewModel takeNumber,
        CallingViewModel calling,
        CallsViewModel calls) {

    static KioskModels over(KioskServices services, UiThread ui, Executor background, Executor probing) {
        var checkIn = new CheckInViewModel(services.checkIn(), ui);
        var shell = new ShellViewModel(checkIn, services.sync(), ui);
        var models = new KioskModels(
                shell,
                new HomeViewModel(services, ui, background),
                checkIn,
                new ActivitiesViewModel(services.activities(), ui, background),
                new WallViewModel(services.wall(), ui),
                new WallTurnsViewModel(services.wall(), ui),
                new StaffUnlockViewModel(services.staff(), ui, background, shell::unlocked),
                new StaffCornerViewModel(
                        new StaffCornerViewModel.Sources(
                                services.clock(),
                                services.sync(),
                                services.ledger(),
                                services.devices(),
                                services.activities()),
                        ui,
                        background),
                new SelfTestViewModel(services.selfTest(), ui, probing, shell::touched),
                new EnrolmentViewModel(services.enrolment(), ui),
                new TakeNumberViewModel(services.queue(), ui, background, shell::numberShown),
                new CallingViewModel(services.queue(), ui, background),
                new CallsViewModel(services.queue(), ui, background));
        shell.state().addListener((_, before, now) -> {
            models.moved(before, now);
            services.camera().accept(scans(now));
        });
        services.camera().accept(scans(shell.state().get()));
        models.home.state().addListener((_, _, now) -> models.turns.checkInOpen(now instanceof HomeState.Open));
        models.turns.idle(shell.state().get() instanceof ShellState.Idle);
        models.home.start();
        models.calls.refresh();
        return models;
    }

    /// Where somebody may show a code; nowhere else does a camera look.
    private static boolean scans(ShellState state) {
        return switch (state) {
            case ShellState.Idle _, ShellState.Home _, ShellState.CheckIn _, ShellState.SelfTest _ -> true;
            case ShellState.Activities _,
                    ShellState.Wall _,
                    ShellState.Privacy _,
                    ShellState.Help _,
                    ShellState.StaffUnlock _,
                    ShellState.StaffCorner _,
                    ShellState.Enrolment _,
                    ShellState.TakeNumber _,
                    ShellState.Calling _,
                    ShellState.Trouble _ -> false;
        };
    }

    /// A card or code checks somebody in, except while staff try the devices with it.
    void presented(Credential credential) {
        if (shell.state().get() instanceof ShellState.SelfTest) {
            shell.touched();
            selfTest.presented(credential);
        } else {
            shell.presented(credential);
        }
    }

    /// During the self-test the question stays open: staff place the card again or say no.
    void misread(DeviceFault.Kind fault) {
        if (!(shell.state().get() instanceof ShellState.SelfTest)) {
            shell.misread(fault);
        }
    }

    private void moved(ShellState before, ShellState now) {
        turns.idle(now instanceof ShellState.Idle);
        switch (before) {
            case ShellState.StaffUnlock _ -> unlock.leave();
            case ShellState.StaffCorner _ -> corner.shut();
            case ShellState.SelfTest _ -> selfTest.leave();
            case ShellState.TakeNumber _ -> takeNumber.leave();
            case ShellState.Calling _ -> calling.shut();
            case ShellState.Idle _,
                    ShellState.Home _,
                    ShellState.CheckIn _,
                    ShellState.Activities _,
                    ShellState.Wall _,
                    ShellState.Privacy _,
                    ShellState.Help _,
                    ShellState.Enrolment _,
                    ShellState.Trouble _ -> {}
        }
        switch (now) {
            case ShellState.Idle _, ShellState.Home _, ShellState.Help _ -> home.refresh();
            case ShellState.Activities _ -> activities.refresh();
            case ShellState.Wall _ -> wall.open();
            case ShellState.StaffUnlock _ -> unlock.open();
            case ShellState.StaffCorner(var by) -> corner.open(by);
            case ShellState.SelfTest _ -> selfTest.begin();
            case ShellState.TakeNumber _ -> takeNumber.open();
            case ShellState.Calling(var by) -> calling.open(by);
            case ShellState.CheckIn _, ShellState.Privacy _, ShellState.Enrolment _, ShellState.Trouble _ -> {}
        }
    }
}
