package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketState;
import cn.dangqun.domain.queue.Window;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.queue.CallingState.Question;
import cn.dangqun.kiosk.queue.CallingState.Remark;
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

/// One member of staff calling for one window (F-47). Whatever others do at other windows is seen at once. Methods on
/// the UI thread.
final class CallingViewModel {
    private static final Logger log = LoggerFactory.getLogger(CallingViewModel.class);

    private final QueueServices services;
    private final UiThread ui;
    private final Executor background;
    private final ReadOnlyObjectWrapper<CallingState> state = new ReadOnlyObjectWrapper<>(new CallingState.Shut());
    private @Nullable StaffMember inside;
    private Optional<Integer> window = Optional.empty();
    private boolean moving;
    private boolean wishing;
    private Optional<Question> question = Optional.empty();
    private Remark remark = new Remark.None();

    public CallingViewModel(QueueServices services, UiThread ui, Executor background) {
        this.services = services;
        this.ui = ui;
        this.background = background;
        services.desk().onChange(() -> ui.execute(this::refresh));
    }

    public ReadOnlyObjectProperty<CallingState> state() {
        return state.getReadOnlyProperty();
    }

    public void open(StaffMember by) {
        inside = by;
        window = Optional.empty();
        say(new Remark.None());
    }

    public void shut() {
        inside = null;
        state.set(new CallingState.Shut());
    }

    public void choose(Window chosen) {
        window = Optional.of(chosen.number());
        say(new Remark.None());
    }

    /// Back to the choice of windows.
    public void otherWindow() {
        window = Optional.empty();
        say(new Remark.None());
    }

    public void callNext() {
        window.ifPresent(here ->
                wish(new TicketAct.Call(here), (at, by) -> services.desk().callNext(at, by.id())));
    }

    /// About the person at this window.
    public void act(TicketAct act) {
        if (state.get() instanceof CallingState.AtWindow now) {
            now.current().ifPresent(ticket -> act(ticket.id(), act));
        }
    }

    public void act(TicketId ticket, TicketAct act) {
        wish(act, (at, by) -> services.desk().act(at, ticket, act, by.id()));
    }

    /// What nobody can take back is asked about first.
    public void ask(Ticket ticket, TicketAct act) {
        question = Optional.of(new Question(ticket, act));
        refresh();
    }

    public void yes() {
        if (state.get() instanceof CallingState.Asking asked) {
            act(asked.question().ticket().id(), asked.question().act());
        }
    }

    /// 撤销 of what was done here last, while it is offered.
    public void takeBack() {
        if (remark instanceof Remark.Done done && done.undoable() && window.isPresent()) {
            wish(
                    new TicketAct.TakeBack(window.get()),
                    (at, by) -> services.desk().takeBack(at, done.ticket().id(), by.id()));
        }
    }

    /// 过号重插, behind as many people as the street has set.
    public void reinsert(Ticket ticket) {
        if (state.get() instanceof CallingState.AtWindow now) {
            int behind = now.today().plan().map(QueuePlan::rules).orElseThrow().reinsertAfter();
            act(ticket.id(), new TicketAct.Reinsert(behind));
        }
    }

    public void resume(Ticket ticket) {
        window.ifPresent(at -> act(ticket.id(), new TicketAct.Resume(at)));
    }

    public void startMoving() {
        moving = true;
        refresh();
    }

    public void stay() {
        say(new Remark.None());
    }

    public void moveTo(Window to) {
        if (state.get() instanceof CallingState.Moving now) {
            now.today()
                    .queue()
                    .at(now.window().number())
                    .ifPresent(ticket -> act(ticket.id(), new TicketAct.Move(to.number())));
        }
    }

    /// Prints once more; only staff can (F-46).
    public void reprint(Ticket ticket) {
        var by = inside;
        if (by != null && state.get() instanceof CallingState.AtWindow now) {
            now.today().slip(ticket).ifPresent(slip -> {
                var _ = services.counter()
                        .handOver(slip, Optional.of(by.id()))
                        .thenAccept(how -> ui.execute(() -> say(new Remark.Reprinted(how == Handover.PRINTED))));
            });
        }
    }

    private interface Wish {
        CompletableFuture<CallOutcome> at(int window, StaffMember by);
    }

    /// One at a time: a second press before the answer wishes nothing more.
    private void wish(TicketAct act, Wish wish) {
        var by = inside;
        if (by != null && window.isPresent() && !wishing) {
            wishing = true;
            var _ = wish.at(window.get(), by)
                    .whenComplete((outcome, problem) -> ui.execute(() -> {
                        wishing = false;
                        say(outcome == null ? new Remark.NotSaved() : remark(act, outcome));
                    }));
        }
    }

    private static Remark remark(TicketAct act, CallOutcome outcome) {
        return switch (outcome) {
            case CallOutcome.Done(var ticket) -> {
                note(ticket);
                yield new Remark.Done(ticket, act, act.mayBeTakenBack());
            }
            case CallOutcome.Refused(var why) -> new Remark.Refused(why);
            case CallOutcome.NotSaved() -> new Remark.NotSaved();
        };
    }

    private static void note(Ticket ticket) {
        if (ticket.state() instanceof TicketState.Called called) {
            log.info("number {} called to window {}", ticket.number(), called.window());
        }
    }

    private void say(Remark said) {
        remark = said;
        moving = false;
        question = Optional.empty();
        if (said instanceof Remark.Done done && done.undoable()) {
            ui.after(QueueDesk.TAKE_BACK, () -> forget(done));
        }
        refresh();
    }

    private void forget(Remark.Done done) {
        if (done.equals(remark)) {
            remark = new Remark.Done(done.ticket(), done.act(), false);
            refresh();
        }
    }

    private void refresh() {
        var by = inside;
        if (by != null) {
            var _ = CompletableFuture.supplyAsync(services.board()::today, background)
                    .whenComplete((today, problem) -> ui.execute(() -> show(by, today, problem)));
        }
    }

    private void show(StaffMember by, @Nullable QueueToday today, @Nullable Throwable problem) {
        if (!by.equals(inside)) {
            return;
        }
        if (today == null) {
            log.error("The queue cannot be read", problem);
            state.set(new CallingState.Unreadable(by));
            return;
        }
        var windows = today.plan().map(QueuePlan::windows).orElse(List.of());
        var here = window.flatMap(number -> today.plan().flatMap(plan -> plan.window(number)));
        if (windows.isEmpty()) {
            state.set(new CallingState.NoWindows(by));
        } else if (here.isEmpty()) {
            state.set(new CallingState.ChoosingWindow(by, windows));
        } else if (moving) {
            state.set(new CallingState.Moving(by, here.get(), today));
        } else if (question.isPresent()) {
            state.set(new CallingState.Asking(by, here.get(), today, question.get()));
        } else {
            state.set(new CallingState.AtWindow(by, here.get(), today, remark));
        }
    }
}
