package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.QueueRules;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.kiosk.ui.UiThread;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// From choosing a service to the number in hand, in two touches (F-43). Methods on the UI thread.
final class TakeNumberViewModel {
    static final Duration PRINTED_STAYS = Duration.ofSeconds(10);
    static final Duration SHOWN_STAYS = Duration.ofSeconds(20);

    private static final Logger log = LoggerFactory.getLogger(TakeNumberViewModel.class);

    private final QueueServices services;
    private final UiThread ui;
    private final Executor background;
    private final Runnable home;
    private final ReadOnlyObjectWrapper<TakeNumberState> state =
            new ReadOnlyObjectWrapper<>(new TakeNumberState.Loading());
    private UiThread.@Nullable Pending leaving;
    private long visit;

    /// `home` runs when the number has stood long enough.
    public TakeNumberViewModel(QueueServices services, UiThread ui, Executor background, Runnable home) {
        this.services = services;
        this.ui = ui;
        this.background = background;
        this.home = home;
    }

    public ReadOnlyObjectProperty<TakeNumberState> state() {
        return state.getReadOnlyProperty();
    }

    /// Somebody wants a number: what is offered now is read afresh.
    public void open() {
        leave();
        long now = visit;
        var _ = CompletableFuture.supplyAsync(services.board()::today, background)
                .whenComplete((today, problem) -> ui.execute(() -> show(now, today, problem)));
    }

    private void show(long asked, @Nullable QueueToday today, @Nullable Throwable problem) {
        if (asked != visit) {
            return;
        }
        if (today == null) {
            log.error("The services cannot be read", problem);
            state.set(new TakeNumberState.Unreadable());
        } else {
            boolean offered = today.plan().isPresent() && !today.services().isEmpty();
            state.set(offered ? new TakeNumberState.Choosing(today) : new TakeNumberState.NothingOffered());
        }
    }

    /// The visitor left. A number already taken stays taken, and its ticket is printed.
    public void leave() {
        visit++;
        if (leaving != null) {
            leaving.cancel();
        }
        state.set(new TakeNumberState.Loading());
    }

    public void choose(ServiceItem service) {
        if (state.get() instanceof TakeNumberState.Choosing(var today)) {
            state.set(new TakeNumberState.Asking(
                    service,
                    today.waiting(service.id()),
                    today.plan().map(QueuePlan::rules).orElse(QueueRules.STANDARD)));
        }
    }

    public void take(boolean priority) {
        if (state.get() instanceof TakeNumberState.Asking asking) {
            long now = visit;
            state.set(new TakeNumberState.Working());
            var _ = services.desk()
                    .take(asking.service().id(), priority)
                    .thenAccept(outcome -> ui.execute(() -> taken(now, outcome)));
        }
    }

    private void taken(long asked, TakeOutcome outcome) {
        if (asked == visit) {
            state.set(shown(outcome));
            leaveAfter(SHOWN_STAYS);
        }
        if (outcome instanceof TakeOutcome.Taken(var slip)) {
            log.info("number {} taken", slip.ticket().number());
            var _ = services.counter()
                    .handOver(slip, Optional.empty())
                    .thenAccept(how -> ui.execute(() -> handedOver(asked, slip, how)));
        }
    }

    private TakeNumberState shown(TakeOutcome outcome) {
        return switch (outcome) {
            case TakeOutcome.Taken(var slip) ->
                new TakeNumberState.Given(slip, services.paper().code(slip), Optional.empty());
            case TakeOutcome.Closed(var service, var opens, var reason) ->
                new TakeNumberState.Closed(service, opens, reason);
            case TakeOutcome.Full(var service) -> new TakeNumberState.Full(service);
            case TakeOutcome.NotOffered() -> new TakeNumberState.NothingOffered();
            case TakeOutcome.NotSaved() -> new TakeNumberState.NotSaved();
            case TakeOutcome.KioskSealed() -> new TakeNumberState.Sealed();
        };
    }

    private void handedOver(long asked, Slip slip, Handover how) {
        if (asked == visit) {
            state.set(new TakeNumberState.Given(slip, services.paper().code(slip), Optional.of(how)));
            leaveAfter(how == Handover.PRINTED ? PRINTED_STAYS : SHOWN_STAYS);
        }
    }

    private void leaveAfter(Duration time) {
        if (leaving != null) {
            leaving.cancel();
        }
        leaving = ui.after(time, home);
    }
}
