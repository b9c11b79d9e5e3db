package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.IdleTurn;
import cn.dangqun.kiosk.place.Lead;
import cn.dangqun.kiosk.place.PlaceContext;
import cn.dangqun.kiosk.place.QuietLine;
import cn.dangqun.kiosk.place.Strip;
import cn.dangqun.kiosk.ui.UiThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// The shell of one window and what every feature brings to it. Build and use on the UI thread.
record KioskModels(UiThread ui, ShellViewModel shell, HomeViewModel home, List<Contribution> brought) {

    static KioskModels over(KioskServices services, UiThread ui, Executor background) {
        var shell = new ShellViewModel(ui);
        var context = new PlaceContext(ui, background, shell);
        var brought = services.features().stream()
                .map(feature -> feature.screens(context))
                .toList();
        var home = new HomeViewModel(services, renewed(brought), ui, background);
        var models = new KioskModels(ui, shell, home, brought);
        shell.open(brought.stream().flatMap(each -> each.places().stream()).toList());
        brought.stream()
                .flatMap(each -> each.places().stream())
                .flatMap(place -> place.looksNow().stream())
                .forEach(looks ->
                        looks.addListener((_, _, _) -> services.camera().accept(shell.looksForCodes())));
        shell.state().addListener((_, before, now) -> {
            models.moved(before, now);
            services.camera().accept(shell.looksForCodes());
        });
        services.camera().accept(shell.looksForCodes());
        models.lead()
                .ifPresent(lead ->
                        lead.invites().addListener((_, _, now) -> models.turns().forEach(turn -> turn.hold(now))));
        models.turns().forEach(turn -> turn.idle(shell.state().get() instanceof ShellState.Idle));
        home.start();
        return models;
    }

    private static List<Runnable> renewed(List<Contribution> brought) {
        var renewed = new ArrayList<Runnable>();
        for (var each : brought) {
            each.lead().ifPresent(lead -> renewed.add(lead::refresh));
            each.quietLine().ifPresent(line -> renewed.add(line::refresh));
        }
        return renewed;
    }

    /// One thing leads: that of the first feature that has one.
    Optional<Lead> lead() {
        return brought.stream().flatMap(each -> each.lead().stream()).findFirst();
    }

    Optional<QuietLine> quietLine() {
        return brought.stream().flatMap(each -> each.quietLine().stream()).findFirst();
    }

    List<Strip> strips() {
        return brought.stream().flatMap(each -> each.strip().stream()).toList();
    }

    List<IdleTurn> turns() {
        return brought.stream().flatMap(each -> each.turn().stream()).toList();
    }

    private void moved(ShellState before, ShellState now) {
        turns().forEach(turn -> turn.idle(now instanceof ShellState.Idle));
        shell.place(before).ifPresent(left -> left.leave());
        switch (now) {
            case ShellState.Idle _, ShellState.Home _ -> home.refresh();
            case ShellState.At at ->
                shell.place(now).ifPresent(place -> {
                    if (shell.isResuming()) {
                        place.resume(at.by());
                    } else {
                        place.enter(at.by());
                    }
                });
            case ShellState.Trouble _ -> {}
        }
    }
}
