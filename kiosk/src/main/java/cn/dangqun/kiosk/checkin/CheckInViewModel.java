package cn.dangqun.kiosk.checkin;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.kiosk.checkin.CheckInAnswer.Undo;
import cn.dangqun.kiosk.ui.UiThread;
import cn.dangqun.protocol.Signature;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One person after another at the check-in screen (F-06, F-07, F-09). A new answer replaces the one shown at once, but
/// a question stands until it is answered or its time is over: who taps meanwhile counts at that moment and is told
/// when their turn comes (F-15). An answer older than the one shown is dropped. All methods on the UI thread.
final class CheckInViewModel {
    static final Duration PATIENCE = Duration.ofMillis(300);
    static final int UNDO_SECONDS = 10;

    /// How long a finger may still be on its way to what stood there before.
    static final Duration SETTLING = Duration.ofMillis(800);

    /// How long an answer stands while somebody waits for theirs.
    static final int HANDOVER_SECONDS = 3;

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final CheckInDesk desk;
    private final UiThread ui;
    private final Runnable askedToWait;
    private final WaitingTaps waiting;
    private final ReadOnlyObjectWrapper<CheckInState> state = new ReadOnlyObjectWrapper<>(new CheckInState.Resting());

    private long requests;
    private long answeredRequest;
    private long decision;
    private long turn;
    private boolean asking;
    private boolean handingOver;
    private boolean decided;
    private boolean settled;
    private boolean othersWait;
    private @Nullable Credential shown;
    private UiThread.@Nullable Pending slow;
    private UiThread.@Nullable Pending closing;
    private UiThread.@Nullable Pending settling;

    /// `askedToWait` runs when somebody taps while another is being asked.
    CheckInViewModel(CheckInDesk desk, UiThread ui, Runnable askedToWait) {
        this.desk = desk;
        this.ui = ui;
        this.askedToWait = askedToWait;
        this.waiting = new WaitingTaps(ui);
    }

    public ReadOnlyObjectProperty<CheckInState> state() {
        return state.getReadOnlyProperty();
    }

    /// Somebody showed a card or a code.
    public void present(Credential credential) {
        if (!isTaken()) {
            ask(credential, desk.present(credential), UNDO_SECONDS);
        } else if (!asking || !credential.equals(shown)) {
            if (waiting.takes(credential)) {
                waiting.add(credential, desk.present(credential));
            }
            askToWait();
        }
    }

    /// A card was there and could not be used.
    public void misread(DeviceFault.Kind fault) {
        if (isTaken()) {
            askToWait();
            return;
        }
        answeredRequest = ++requests;
        forget(slow);
        show(new CheckInAnswer.Misread(fault), null, 0);
    }

    /// Whether the screen is somebody's until they have chosen, or others wait for it already.
    private boolean isTaken() {
        return asking || handingOver || !waiting.isEmpty();
    }

    private void askToWait() {
        othersWait = true;
        restand();
        askedToWait.run();
    }

    /// The person picked one of several activities, or joins one as 列席.
    public void choose(ActivityId activity) {
        var credential = shown;
        if (credential != null && settled && !decided) {
            decide(credential, desk.presentFor(credential, activity));
        }
    }

    /// Somebody unknown said what they are.
    public void admit(GuestKind kind) {
        if (answer() instanceof CheckInAnswer.Unknown(CheckInOutcome.UnknownCard(List<Activity> open))
                && settled
                && !open.isEmpty()) {
            if (open.size() == 1) {
                admit(kind, open.getFirst().id());
            } else {
                show(new CheckInAnswer.PickGuestActivity(kind, open), shown, 0);
            }
        }
    }

    public void admit(GuestKind kind, ActivityId activity) {
        var credential = shown;
        if (credential != null && settled && !decided) {
            decide(credential, desk.admitGuest(credential, activity, kind));
        }
    }

    /// The pen is on the pad: nobody is sent away while they write.
    public void writes() {
        if (answer() instanceof CheckInAnswer.ToSign question && !decided) {
            forget(closing);
            closing = ui.after(Answers.stay(question), () -> leftUnanswered(question));
        }
    }

    public void sign(Signature signature) {
        var credential = shown;
        if (credential != null && settled && !decided && answer() instanceof CheckInAnswer.ToSign(var asked)) {
            decide(credential, desk.sign(asked, signature));
        }
    }

    /// Signs the sheet instead: 已报到未签名 until staff confirm it.
    public void signOnPaper() {
        if (settled && !decided && answer() instanceof CheckInAnswer.ToSign question) {
            leftUnanswered(question);
        }
    }

    /// Nobody is told 未签到 while the desk works on what they chose.
    private void decide(Credential credential, CompletableFuture<CheckInOutcome> outcome) {
        decided = true;
        forget(closing);
        decision = requests + 1;
        ask(credential, outcome, UNDO_SECONDS);
    }

    /// 撤销 of this check-in, while it is the one that stands there and offers it.
    public void undo(FactId checkIn) {
        if (answer() instanceof CheckInAnswer.Accepted(CheckInOutcome.Counted outcome, Undo.Offered _)
                && settled
                && outcome.fact().equals(checkIn)) {
            long undoing = turn;
            forget(closing);
            stand(new CheckInAnswer.Accepted(outcome, new Undo.Running()));
            var _ = desk.undo(checkIn).thenAccept(done -> ui.execute(() -> undone(undoing, done)));
        }
    }

    /// Leaves the screen; an answer still under way, or one that waits, will open it again.
    public void dismiss() {
        forget(closing);
        shown = null;
        asking = false;
        state.set(new CheckInState.Resting());
        if (!waiting.isEmpty()) {
            closing = ui.after(PATIENCE, this::next);
        }
    }

    private void ask(Credential credential, CompletableFuture<CheckInOutcome> outcome, int undoSeconds) {
        long request = ++requests;
        forget(slow);
        slow = ui.after(PATIENCE, () -> working(request));
        var _ = outcome.thenAccept(done -> ui.execute(() -> answered(request, credential, done, undoSeconds)));
    }

    private void working(long request) {
        if (answeredRequest < request && !comesBetween(request)) {
            forget(closing);
            state.set(new CheckInState.Working());
        }
    }

    /// Whether this is somebody else's than the one who is being asked.
    private boolean comesBetween(long request) {
        return asking && request != decision;
    }

    private void answered(long request, Credential credential, CheckInOutcome outcome, int undoSeconds) {
        if (request == requests) {
            forget(slow);
        }
        if (comesBetween(request)) {
            waiting.add(credential, CompletableFuture.completedFuture(outcome));
            askToWait();
            return;
        }
        if (request >= answeredRequest) {
            answeredRequest = request;
            handingOver = false;
            show(Answers.to(outcome, undoSeconds), credential, undoSeconds);
        }
    }

    private void undone(long undoing, boolean done) {
        if (turn == undoing && answer() instanceof CheckInAnswer.Accepted) {
            show(done ? new CheckInAnswer.Undone() : new CheckInAnswer.UndoRefused(), null, 0);
        }
    }

    private void show(CheckInAnswer answer, @Nullable Credential credential, int undoSeconds) {
        forget(closing);
        shown = credential;
        asking = Answers.isQuestion(answer);
        decided = false;
        othersWait = !waiting.isEmpty();
        turn++;
        settled = false;
        stand(answer);
        forget(settling);
        settling = ui.after(SETTLING, this::settle);
        closing = switch (answer) {
            case CheckInAnswer.Accepted(CheckInOutcome.Counted outcome, Undo _) ->
                ui.after(SECOND, () -> countDown(outcome, undoSeconds - 1, 1));
            case CheckInAnswer question when asking -> ui.after(Answers.stay(question), () -> leftUnanswered(question));
            case CheckInAnswer other -> ui.after(stay(other), this::finish);
        };
    }

    private Duration stay(CheckInAnswer answer) {
        return waiting.isEmpty() ? Answers.stay(answer) : Duration.ofSeconds(HANDOVER_SECONDS);
    }

    private void leftUnanswered(CheckInAnswer question) {
        show(Answers.unanswered(question), null, 0);
    }

    private void finish() {
        if (waiting.isEmpty()) {
            dismiss();
        } else {
            next();
        }
    }

    private void next() {
        var tap = waiting.next();
        handingOver = true;
        ask(tap.credential(), tap.outcome(desk), tap.undoSeconds());
    }

    private void stand(CheckInAnswer answer) {
        state.set(new CheckInState.Result(turn, answer, settled, othersWait));
    }

    private void restand() {
        var answer = answer();
        if (answer != null) {
            stand(answer);
        }
    }

    private void settle() {
        settled = true;
        restand();
    }

    private void countDown(CheckInOutcome.Counted outcome, int left, int stood) {
        if (stood == (waiting.isEmpty() ? UNDO_SECONDS : HANDOVER_SECONDS)) {
            finish();
            return;
        }
        stand(Answers.accepted(outcome, left));
        closing = ui.after(SECOND, () -> countDown(outcome, left - 1, stood + 1));
    }

    private @Nullable CheckInAnswer answer() {
        return state.get() instanceof CheckInState.Result result ? result.answer() : null;
    }

    private static void forget(UiThread.@Nullable Pending pending) {
        if (pending != null) {
            pending.cancel();
        }
    }
}
