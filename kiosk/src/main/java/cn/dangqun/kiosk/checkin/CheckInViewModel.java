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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One person after another at the check-in screen (F-06, F-07, F-09). A new answer replaces the one shown at once;
/// an answer older than the one shown is dropped. All methods on the UI thread.
final class CheckInViewModel {
    static final Duration PATIENCE = Duration.ofMillis(300);
    static final Duration READING = Duration.ofSeconds(5);
    static final Duration LONG_READING = Duration.ofSeconds(10);
    static final Duration DECIDING = Duration.ofSeconds(30);
    static final int UNDO_SECONDS = 10;

    /// How long a finger may still be on its way to what stood there before.
    static final Duration SETTLING = Duration.ofMillis(800);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final CheckInDesk desk;
    private final UiThread ui;
    private final ReadOnlyObjectWrapper<CheckInState> state = new ReadOnlyObjectWrapper<>(new CheckInState.Resting());

    private long requests;
    private long answeredRequest;
    private long turn;
    private boolean decided;
    private boolean settled;
    private @Nullable Credential shown;
    private UiThread.@Nullable Pending slow;
    private UiThread.@Nullable Pending closing;
    private UiThread.@Nullable Pending settling;

    public CheckInViewModel(CheckInDesk desk, UiThread ui) {
        this.desk = desk;
        this.ui = ui;
    }

    public ReadOnlyObjectProperty<CheckInState> state() {
        return state.getReadOnlyProperty();
    }

    /// Somebody showed a card or a code.
    public void present(Credential credential) {
        ask(credential, desk.present(credential));
    }

    /// A card was there and could not be used.
    public void misread(DeviceFault.Kind fault) {
        answeredRequest = ++requests;
        forget(slow);
        show(new CheckInAnswer.Misread(fault), null);
    }

    /// The person picked one of several activities, or joins one as 列席.
    public void choose(ActivityId activity) {
        var credential = shown;
        if (credential != null && settled && !decided) {
            decided = true;
            ask(credential, desk.presentFor(credential, activity));
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
                show(new CheckInAnswer.PickGuestActivity(kind, open), shown);
            }
        }
    }

    public void admit(GuestKind kind, ActivityId activity) {
        var credential = shown;
        if (credential != null && settled && !decided) {
            decided = true;
            ask(credential, desk.admitGuest(credential, activity, kind));
        }
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

    /// Leaves the screen; an answer still under way will open it again.
    public void dismiss() {
        forget(closing);
        shown = null;
        state.set(new CheckInState.Resting());
    }

    private void ask(Credential credential, CompletableFuture<CheckInOutcome> outcome) {
        long request = ++requests;
        forget(slow);
        slow = ui.after(PATIENCE, () -> working(request));
        var _ = outcome.thenAccept(done -> ui.execute(() -> answered(request, credential, done)));
    }

    private void working(long request) {
        if (answeredRequest < request) {
            forget(closing);
            state.set(new CheckInState.Working());
        }
    }

    private void answered(long request, Credential credential, CheckInOutcome outcome) {
        if (request < answeredRequest) {
            return;
        }
        answeredRequest = request;
        if (request == requests) {
            forget(slow);
        }
        show(answerTo(outcome), credential);
    }

    private void undone(long undoing, boolean done) {
        if (turn == undoing && answer() instanceof CheckInAnswer.Accepted) {
            show(done ? new CheckInAnswer.Undone() : new CheckInAnswer.UndoRefused(), null);
        }
    }

    private void show(CheckInAnswer answer, @Nullable Credential credential) {
        forget(closing);
        shown = credential;
        decided = false;
        turn++;
        settled = false;
        stand(answer);
        forget(settling);
        settling = ui.after(SETTLING, this::settle);
        closing = answer instanceof CheckInAnswer.Accepted(CheckInOutcome.Counted outcome, Undo _)
                ? ui.after(SECOND, () -> countDown(outcome, UNDO_SECONDS - 1))
                : ui.after(stay(answer), this::dismiss);
    }

    private void stand(CheckInAnswer answer) {
        state.set(new CheckInState.Result(turn, answer, settled));
    }

    private void settle() {
        settled = true;
        var answer = answer();
        if (answer != null) {
            stand(answer);
        }
    }

    private void countDown(CheckInOutcome.Counted outcome, int left) {
        if (left == 0) {
            dismiss();
            return;
        }
        stand(new CheckInAnswer.Accepted(outcome, new Undo.Offered(left)));
        closing = ui.after(SECOND, () -> countDown(outcome, left - 1));
    }

    private static CheckInAnswer answerTo(CheckInOutcome outcome) {
        return switch (outcome) {
            case CheckInOutcome.Counted counted -> new CheckInAnswer.Accepted(counted, new Undo.Offered(UNDO_SECONDS));
            case CheckInOutcome.AlreadyCheckedIn already -> new CheckInAnswer.Already(already);
            case CheckInOutcome.ChooseActivity choose -> new CheckInAnswer.PickActivity(choose);
            case CheckInOutcome.NotOpenYet early -> new CheckInAnswer.TooEarly(early);
            case CheckInOutcome.Closed closed -> new CheckInAnswer.TooLate(closed);
            case CheckInOutcome.NoActivityToday nothing -> new CheckInAnswer.NothingToday(nothing);
            case CheckInOutcome.OtherBranch other -> new CheckInAnswer.OtherRoll(other);
            case CheckInOutcome.UnknownCard unknown -> new CheckInAnswer.Unknown(unknown);
            case CheckInOutcome.CodeRefused refused -> new CheckInAnswer.BadCode(refused.fault());
            case CheckInOutcome.NotSaved _ -> new CheckInAnswer.Unsaved();
            case CheckInOutcome.KioskSealed _ -> new CheckInAnswer.Sealed();
        };
    }

    private static Duration stay(CheckInAnswer answer) {
        return switch (answer) {
            case CheckInAnswer.Already _, CheckInAnswer.Misread _, CheckInAnswer.Undone _ -> READING;
            case CheckInAnswer.Accepted _,
                    CheckInAnswer.TooEarly _,
                    CheckInAnswer.TooLate _,
                    CheckInAnswer.NothingToday _,
                    CheckInAnswer.BadCode _,
                    CheckInAnswer.Unsaved _,
                    CheckInAnswer.Sealed _,
                    CheckInAnswer.UndoRefused _ -> LONG_READING;
            case CheckInAnswer.PickActivity _,
                    CheckInAnswer.OtherRoll _,
                    CheckInAnswer.Unknown _,
                    CheckInAnswer.PickGuestActivity _ -> DECIDING;
        };
    }

    private @Nullable CheckInAnswer answer() {
        return state.get() instanceof CheckInState.Result(long _, CheckInAnswer answer, boolean _) ? answer : null;
    }

    private static void forget(UiThread.@Nullable Pending pending) {
        if (pending != null) {
            pending.cancel();
        }
    }
}
