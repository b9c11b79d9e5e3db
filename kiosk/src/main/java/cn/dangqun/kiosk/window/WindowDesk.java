package cn.dangqun.kiosk.window;

import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.QueueRules;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketState;
import cn.dangqun.kiosk.queue.CallOutcome;
import cn.dangqun.kiosk.queue.QueueDesk;
import cn.dangqun.kiosk.queue.QueueServices;
import cn.dangqun.kiosk.queue.QueueWords;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.window.WindowSession.Said;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/// What the buttons of the window page do, through the one desk that the kiosk's own screen uses. `act` names the
/// button, `ticket` and `mark` say for whom it was drawn.
record WindowDesk(QueueServices queue, Texts texts, Clock clock) {
    /// Completes when it is on the disk, or is not to be; what came of it is said in the session.
    CompletableFuture<Boolean> act(Call call) {
        var session = call.signedIn();
        session.acted(clock.instant());
        if (call.form("act").equals("sit")) {
            session.sitAt(number(call.form("to")));
            return CompletableFuture.completedFuture(true);
        }
        var window = session.window();
        if (window.isEmpty()) {
            return CompletableFuture.completedFuture(false);
        }
        return act(call, session, window.getAsInt());
    }

    private CompletableFuture<Boolean> act(Call call, WindowSession session, int window) {
        var desk = queue.desk();
        var staff = session.by().id();
        var mark = call.form("mark");
        if (call.form("act").equals("next")) {
            return desk.next(window, Marks.current(mark), staff)
                    .thenApply(outcome -> said(session, outcome, Optional.empty()));
        }
        var ticket = ticket(call.form("ticket"));
        if (ticket.isEmpty()) {
            return CompletableFuture.completedFuture(false);
        }
        if (call.form("act").equals("back")) {
            return desk.takeBack(window, ticket.get(), staff)
                    .thenApply(outcome -> said(session, outcome, Optional.of(new TicketAct.TakeBack(window))));
        }
        return act(call, window)
                .map(act -> desk.act(window, ticket.get(), act, Marks.is(mark), staff)
                        .thenApply(outcome -> said(session, outcome, Optional.of(act))))
                .orElseGet(() -> CompletableFuture.completedFuture(false));
    }

    private Optional<TicketAct> act(Call call, int window) {
        return switch (call.form("act")) {
            case "recall" -> Optional.of(new TicketAct.Recall());
            case "pass" -> Optional.of(new TicketAct.Pass());
            case "reinsert" -> Optional.of(new TicketAct.Reinsert(reinsertAfter()));
            case "move" ->
                number(call.form("to")).stream()
                        .<TicketAct>mapToObj(TicketAct.Move::new)
                        .findFirst();
            case "service" -> service(call.form("to")).map(TicketAct.ChangeService::new);
            case "hold" -> Optional.of(new TicketAct.Hold());
            case "resume" -> Optional.of(new TicketAct.Resume(window));
            case "serve" -> Optional.of(new TicketAct.Serve());
            case "withdraw" -> Optional.of(new TicketAct.Withdraw());
            case "giveUp" -> Optional.of(new TicketAct.GiveUp());
            default -> Optional.empty();
        };
    }

    private int reinsertAfter() {
        return queue.board()
                .today()
                .plan()
                .map(QueuePlan::rules)
                .orElse(QueueRules.STANDARD)
                .reinsertAfter();
    }

    private boolean said(WindowSession session, CallOutcome outcome, Optional<TicketAct> act) {
        session.say(
                switch (outcome) {
                    case CallOutcome.Done(var ticket) -> done(ticket, act);
                    case CallOutcome.Refused(var why) -> Said.bad(QueueWords.refusal(why, texts));
                    case CallOutcome.NotSaved() -> Said.bad(texts.get("queue.calling.notSaved"));
                });
        return outcome instanceof CallOutcome.Done;
    }

    /// What came of 下一位 shows in the state.
    private Said done(Ticket ticket, Optional<TicketAct> act) {
        if (act.isEmpty()) {
            return ticket.state() instanceof TicketState.Called called
                    ? Said.good(QueueWords.done(ticket, new TicketAct.Call(called.window()), texts))
                    : Said.good(texts.get("window.lastServed", ticket.number().text()));
        }
        var words = QueueWords.done(ticket, act.get(), texts);
        return act.get().mayBeTakenBack()
                ? new Said(
                        words, true, Optional.of(ticket.id()), clock.instant().plus(QueueDesk.TAKE_BACK))
                : Said.good(words);
    }

    private static OptionalInt number(String text) {
        return text.matches("[1-9][0-9]?") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static Optional<TicketId> ticket(String hex) {
        return hex.matches("[0-9a-f]{16}") ? Optional.of(new TicketId(hex)) : Optional.empty();
    }

    private static Optional<ServiceId> service(String id) {
        return id.matches("[a-z0-9-]{1,32}") ? Optional.of(new ServiceId(id)) : Optional.empty();
    }
}
