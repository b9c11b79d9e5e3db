package cn.dangqun.kiosk.request;

import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.request.ReceiptNumber;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.kiosk.request.FilingState.Asking;
import cn.dangqun.kiosk.request.FilingState.Phone;
import cn.dangqun.kiosk.request.FilingState.Reason;
import cn.dangqun.kiosk.request.FilingState.Remark;
import cn.dangqun.kiosk.ui.UiThread;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// From what somebody wants to the receipt in their hand, and from the receipt to how it stands. Methods on the UI
/// thread; the disk is read on `background`.
final class RequestViewModel {
    /// A receipt on paper; what stands on the screen alone stays until the screen asks whether
    /// somebody still looks.
    static final Duration PRINTED_STAYS = Duration.ofSeconds(20);

    private final RequestServices services;
    private final UiThread ui;
    private final Executor background;
    private final Runnable home;
    private final ReadOnlyObjectWrapper<FilingState> state = new ReadOnlyObjectWrapper<>(new FilingState.Choosing());
    private final ReadOnlyBooleanWrapper asksForNumber = new ReadOnlyBooleanWrapper();
    private UiThread.@Nullable Pending leaving;
    private long visit;

    /// `home` runs when the receipt has stood long enough.
    RequestViewModel(RequestServices services, UiThread ui, Executor background, Runnable home) {
        this.services = services;
        this.ui = ui;
        this.background = background;
        this.home = home;
        asksForNumber.bind(state.map(now -> now instanceof Asking));
    }

    ReadOnlyObjectProperty<FilingState> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether a code may be shown now.
    ReadOnlyBooleanProperty asksForNumber() {
        return asksForNumber.getReadOnlyProperty();
    }

    void open() {
        leave();
    }

    /// They went. What is filed stays filed.
    void leave() {
        visit++;
        if (leaving != null) {
            leaving.cancel();
        }
        state.set(new FilingState.Choosing());
    }

    void choose(RequestKind kind) {
        if (state.get() instanceof FilingState.Choosing) {
            var offered = services.desk().offer();
            if (offered.responder().isEmpty()) {
                state.set(new FilingState.Sorry(Reason.NOBODY));
            } else {
                state.set(
                        offered.services().isEmpty()
                                ? new Phone(kind, Optional.empty(), "", false)
                                : new FilingState.Services(kind, offered.services()));
            }
        }
    }

    /// Empty: none of them, or nobody knows.
    void about(Optional<ServiceItem> service) {
        if (state.get() instanceof FilingState.Services(var kind, var _)) {
            state.set(new Phone(kind, service, "", false));
        }
    }

    void type(String digit) {
        switch (state.get()) {
            case Phone(var kind, var service, var typed, var _)
            when typed.length() < PhoneNumber.LONGEST -> state.set(new Phone(kind, service, typed + digit, false));
            case Asking(var typed, var _)
            when typed.length() < ReceiptNumber.LENGTH -> state.set(new Asking(typed + digit, new Remark.None()));
            default -> {}
        }
    }

    void erase() {
        switch (state.get()) {
            case Phone(var kind, var service, var typed, var _)
            when !typed.isEmpty() -> state.set(new Phone(kind, service, typed.substring(0, typed.length() - 1), false));
            case Asking(var typed, var _)
            when !typed.isEmpty() -> state.set(new Asking(typed.substring(0, typed.length() - 1), new Remark.None()));
            default -> {}
        }
    }

    void confirm() {
        switch (state.get()) {
            case Phone(var kind, var service, var typed, var _) -> {
                if (PhoneNumber.isPlausible(typed)) {
                    confirming(kind, service, typed);
                } else {
                    state.set(new Phone(kind, service, typed, true));
                }
            }
            case Asking(var typed, var _) ->
                ReceiptNumber.typed(typed)
                        .ifPresentOrElse(this::look, () -> state.set(new Asking(again(typed), new Remark.Wrong())));
            default -> {}
        }
    }

    /// Whoever typed all of it begins anew; the rest of one that is too short can still be typed.
    private static String again(String typed) {
        return typed.length() < ReceiptNumber.LENGTH ? typed : "";
    }

    /// An opinion without a name.
    void stayAnonymous() {
        if (state.get() instanceof Phone(var kind, var service, var _, var _) && kind == RequestKind.OPINION) {
            confirming(kind, service, "");
        }
    }

    private void confirming(RequestKind kind, Optional<ServiceItem> service, String phone) {
        state.set(
                new FilingState.Confirming(kind, service, phone, services.desk().offer()));
    }

    /// A step back; from anywhere else to the beginning.
    void back() {
        switch (state.get()) {
            case FilingState.Confirming(var kind, var service, var phone, var _) ->
                state.set(new Phone(kind, service, phone, false));
            case Phone(var kind, var _, var _, var _) -> {
                state.set(new FilingState.Choosing());
                if (!services.desk().offer().services().isEmpty()) {
                    choose(kind);
                }
            }
            case FilingState.Standing _ -> state.set(new Asking("", new Remark.None()));
            default -> state.set(new FilingState.Choosing());
        }
    }

    void file() {
        if (state.get() instanceof FilingState.Confirming(var kind, var service, var phone, var _)) {
            long now = visit;
            state.set(new FilingState.Working());
            var _ = services.desk()
                    .file(Wish.atKiosk(kind, service.map(ServiceItem::id), phone))
                    .thenAccept(outcome -> ui.execute(() -> filed(now, outcome)));
        }
    }

    private void filed(long asked, FileOutcome outcome) {
        if (asked == visit) {
            state.set(
                    switch (outcome) {
                        case FileOutcome.Filed(var receipt) -> new FilingState.Filed(receipt, Optional.empty());
                        case FileOutcome.NobodyAnswers() -> new FilingState.Sorry(Reason.NOBODY);
                        case FileOutcome.NotSaved() -> new FilingState.Sorry(Reason.NOT_SAVED);
                        case FileOutcome.KioskSealed() -> new FilingState.Sorry(Reason.SEALED);
                    });
        }
        if (outcome instanceof FileOutcome.Filed(var receipt)) {
            var _ = services.paper().apply(receipt).thenAccept(how -> ui.execute(() -> printed(asked, receipt, how)));
        }
    }

    private void printed(long asked, Receipt receipt, Handover how) {
        if (asked == visit) {
            state.set(new FilingState.Filed(receipt, Optional.of(how)));
            if (how == Handover.PRINTED) {
                leaving = ui.after(PRINTED_STAYS, home);
            }
        }
    }

    void askNumber() {
        if (state.get() instanceof FilingState.Choosing) {
            state.set(new Asking("", new Remark.None()));
        }
    }

    /// From a receipt that was scanned, wherever somebody was here.
    void scanned(ReceiptNumber number) {
        boolean filing = state.get() instanceof FilingState.Working || state.get() instanceof FilingState.Filed;
        if (!filing) {
            look(number);
        }
    }

    private void look(ReceiptNumber number) {
        long now = visit;
        var _ = CompletableFuture.supplyAsync(() -> services.desk().status(number), background)
                .whenComplete((answer, _) -> ui.execute(() -> told(now, answer)));
    }

    private void told(long asked, @Nullable StatusAnswer answer) {
        if (asked != visit) {
            return;
        }
        state.set(
                switch (answer) {
                    case StatusAnswer.Known(var standing) -> new FilingState.Standing(standing, Optional.empty());
                    case StatusAnswer.Unknown(var contact) -> new Asking("", new Remark.Unknown(contact));
                    case StatusAnswer.Paused(var until) -> new Asking("", new Remark.Paused(until));
                    case StatusAnswer.Unreadable() -> new FilingState.Sorry(Reason.UNREADABLE);
                    case null -> new FilingState.Sorry(Reason.UNREADABLE);
                });
    }

    /// 满意度, 1 to 5.
    void rate(int stars) {
        if (state.get() instanceof FilingState.Standing(var request, var said)
                && said.isEmpty()
                && request.state().stage().isClosed()
                && !request.rated()) {
            long now = visit;
            state.set(new FilingState.Working());
            var _ = services.desk()
                    .rate(request.number(), stars)
                    .thenAccept(outcome -> ui.execute(() -> {
                        if (now == visit) {
                            state.set(new FilingState.Standing(request, Optional.of(outcome)));
                        }
                    }));
        }
    }
}
