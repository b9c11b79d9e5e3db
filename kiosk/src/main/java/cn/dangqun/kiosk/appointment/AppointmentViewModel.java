package cn.dangqun.kiosk.appointment;

import cn.dangqun.domain.queue.AppointmentCode;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.kiosk.appointment.AppointmentDesk.ArriveOutcome;
import cn.dangqun.kiosk.appointment.AppointmentDesk.FindOutcome;
import cn.dangqun.kiosk.appointment.AppointmentDesk.MakeOutcome;
import cn.dangqun.kiosk.appointment.AppointmentDesk.Offers;
import cn.dangqun.kiosk.ui.UiThread;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// From a day to a kept place, and from its code to the number. Methods on the UI thread.
final class AppointmentViewModel {
    static final Duration STAYS = Duration.ofSeconds(20);

    private static final Logger log = LoggerFactory.getLogger(AppointmentViewModel.class);

    private final AppointmentServices services;
    private final AppointmentDesk desk;
    private final UiThread ui;
    private final Executor background;
    private final Runnable home;
    private final ReadOnlyObjectWrapper<AppointmentState> state =
            new ReadOnlyObjectWrapper<>(new AppointmentState.Loading());
    private UiThread.@Nullable Pending leaving;
    private long visit;
    private Optional<ServiceId> wanted = Optional.empty();

    /// `home` runs when an answer has stood long enough.
    AppointmentViewModel(AppointmentServices services, UiThread ui, Executor background, Runnable home) {
        this.services = services;
        this.desk = services.desk();
        this.ui = ui;
        this.background = background;
        this.home = home;
    }

    ReadOnlyObjectProperty<AppointmentState> state() {
        return state.getReadOnlyProperty();
    }

    /// The days, read afresh.
    void open() {
        stop();
        services();
    }

    void services() {
        wanted = Optional.empty();
        days();
    }

    /// Of the service that was chosen, or of the only one there is.
    void days() {
        asked(desk::offers, this::offered);
    }

    private void offered(Offers all) {
        var ids = all.offers().stream().map(each -> each.day().service()).collect(Collectors.toSet());
        var chosen = wanted.filter(ids::contains);
        if (ids.size() > 1 && chosen.isEmpty()) {
            state.set(new AppointmentState.Services(all.offers()));
        } else {
            var days = all.offers().stream()
                    .filter(each -> chosen.isEmpty() || each.day().service().equals(chosen.get()))
                    .toList();
            state.set(new AppointmentState.Days(new Offers(days, all.elsewhere()), ids.size() > 1));
        }
    }

    void choose(ServiceId service) {
        if (state.get() instanceof AppointmentState.Services(var offers)) {
            wanted = Optional.of(service);
            offered(new Offers(offers, false));
        }
    }

    /// The visitor left. A place already kept stays kept.
    void leave() {
        stop();
        state.set(new AppointmentState.Loading());
    }

    private void stop() {
        visit++;
        if (leaving != null) {
            leaving.cancel();
        }
    }

    private <T> void asked(Supplier<T> question, Consumer<T> answered) {
        long now = visit;
        var _ = CompletableFuture.supplyAsync(question, background)
                .whenComplete((answer, problem) -> ui.execute(() -> {
                    if (now != visit) {
                        return;
                    }
                    if (problem == null) {
                        answered.accept(answer);
                    } else {
                        log.error("The appointments cannot be read", problem);
                        state.set(new AppointmentState.Unreadable());
                    }
                }));
    }

    void choose(AppointmentOffer offer) {
        if (state.get() instanceof AppointmentState.Days) {
            state.set(new AppointmentState.Times(offer));
        }
    }

    void choose(LocalTime at) {
        if (state.get() instanceof AppointmentState.Times(var offer)) {
            state.set(new AppointmentState.Asking(offer, at));
        }
    }

    void otherTime() {
        if (state.get() instanceof AppointmentState.Asking(var offer, var _)) {
            state.set(new AppointmentState.Times(offer));
        }
    }

    void keep() {
        if (state.get() instanceof AppointmentState.Asking(var offer, var at)) {
            long now = visit;
            state.set(new AppointmentState.Working());
            var _ = desk.make(offer.day().id(), at, Optional.empty())
                    .thenAccept(outcome -> ui.execute(() -> made(now, outcome)));
        }
    }

    private void made(long asked, MakeOutcome outcome) {
        show(
                asked,
                switch (outcome) {
                    case MakeOutcome.Made(var kept) -> new AppointmentState.Made(kept, Optional.empty());
                    case MakeOutcome.Gone _ -> new AppointmentState.Gone();
                    case MakeOutcome.NotSaved _ -> new AppointmentState.NotSaved();
                    case MakeOutcome.Sealed _ -> new AppointmentState.Sealed();
                });
        if (outcome instanceof MakeOutcome.Made(var kept)) {
            var _ = services.kept()
                    .apply(kept)
                    .thenAccept(how ->
                            ui.execute(() -> show(asked, new AppointmentState.Made(kept, Optional.of(how)))));
        }
    }

    /// Every answer goes home by itself.
    private void show(long asked, AppointmentState answer) {
        if (asked == visit) {
            state.set(answer);
            if (leaving != null) {
                leaving.cancel();
            }
            leaving = ui.after(STAYS, home);
        }
    }

    void startTyping() {
        state.set(new AppointmentState.Typing("", false));
    }

    void type(String digit) {
        if (state.get() instanceof AppointmentState.Typing(var digits, var _)
                && digits.length() < AppointmentCode.LENGTH) {
            state.set(new AppointmentState.Typing(digits + digit, false));
        }
    }

    void erase() {
        if (state.get() instanceof AppointmentState.Typing(var digits, var _) && !digits.isEmpty()) {
            state.set(new AppointmentState.Typing(digits.substring(0, digits.length() - 1), false));
        }
    }

    void look() {
        if (state.get() instanceof AppointmentState.Typing(var digits, var _)
                && digits.length() == AppointmentCode.LENGTH) {
            asked(() -> desk.find(new AppointmentCode(digits)), this::found);
        }
    }

    private void found(FindOutcome outcome) {
        state.set(
                switch (outcome) {
                    case FindOutcome.Found(var kept) -> new AppointmentState.Found(kept);
                    case FindOutcome.Unknown _ -> new AppointmentState.Typing("", true);
                    case FindOutcome.Paused(var until) -> new AppointmentState.Refused(until);
                });
    }

    void arrive() {
        if (state.get() instanceof AppointmentState.Found(var kept)) {
            long now = visit;
            state.set(new AppointmentState.Working());
            var _ = CompletableFuture.completedFuture(kept.appointment().id())
                    .thenComposeAsync(desk::arrive, background)
                    .thenAccept(outcome -> ui.execute(() -> arrived(now, outcome)));
        }
    }

    private void arrived(long asked, ArriveOutcome outcome) {
        show(
                asked,
                switch (outcome) {
                    case ArriveOutcome.Here(var slip) -> new AppointmentState.Here(slip, Optional.empty());
                    case ArriveOutcome.Otherwise(var kept) -> new AppointmentState.Found(kept);
                    case ArriveOutcome.NoNumber _ -> new AppointmentState.NoNumber();
                    case ArriveOutcome.NotSaved _ -> new AppointmentState.NotSaved();
                });
        if (outcome instanceof ArriveOutcome.Here(var slip)) {
            var _ = services.number()
                    .apply(slip)
                    .thenAccept(how ->
                            ui.execute(() -> show(asked, new AppointmentState.Here(slip, Optional.of(how)))));
        }
    }

    void cancel() {
        if (state.get() instanceof AppointmentState.Found(var kept) && kept.isOpen()) {
            state.set(new AppointmentState.Cancelling(kept));
        }
    }

    /// They come after all.
    void stay() {
        if (state.get() instanceof AppointmentState.Cancelling(var kept)) {
            state.set(new AppointmentState.Found(kept));
        }
    }

    void cancelSurely() {
        if (state.get() instanceof AppointmentState.Cancelling(var kept)) {
            long now = visit;
            state.set(new AppointmentState.Working());
            var _ = desk.cancel(kept.appointment().id(), Optional.empty())
                    .thenAccept(saved -> ui.execute(() ->
                            show(now, saved ? new AppointmentState.Cancelled(kept) : new AppointmentState.NotSaved())));
        }
    }
}
