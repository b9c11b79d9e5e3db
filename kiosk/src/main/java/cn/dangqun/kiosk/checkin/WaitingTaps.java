package cn.dangqun.kiosk.checkin;

import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.kiosk.ui.UiThread;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/// Those who showed a card or a code while somebody before them was still being asked, in their order. The desk has had
/// each tap at its moment; only the answer waits, and the seconds for 撤销 run meanwhile. All methods on the UI thread.
final class WaitingTaps {
    /// More than stand before a kiosk.
    static final int MOST = 8;

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final UiThread ui;
    private final Deque<Tap> taps = new ArrayDeque<>();

    WaitingTaps(UiThread ui) {
        this.ui = ui;
    }

    /// One of them. `undoSeconds`: how long the check-in may still be undone.
    static final class Tap {
        private final Credential credential;
        private final CompletableFuture<CheckInOutcome> outcome;
        private int undoSeconds = CheckInViewModel.UNDO_SECONDS;

        private Tap(Credential credential, CompletableFuture<CheckInOutcome> outcome) {
            this.credential = credential;
            this.outcome = outcome;
        }

        Credential credential() {
            return credential;
        }

        /// What came of it. Where nothing was recorded, the desk is asked again: the answer of then may be wrong now.
        CompletableFuture<CheckInOutcome> outcome(CheckInDesk desk) {
            return outcome.thenCompose(was -> was instanceof CheckInOutcome.Counted
                    ? CompletableFuture.completedFuture(was)
                    : desk.present(credential));
        }

        int undoSeconds() {
            return undoSeconds;
        }
    }

    boolean isEmpty() {
        return taps.isEmpty();
    }

    /// Whether one more has room that is not among them already.
    boolean takes(Credential credential) {
        return taps.size() < MOST
                && taps.stream().noneMatch(each -> each.credential().equals(credential));
    }

    void add(Credential credential, CompletableFuture<CheckInOutcome> outcome) {
        var tap = new Tap(credential, outcome);
        taps.add(tap);
        count(tap);
    }

    private void count(Tap tap) {
        var _ = ui.after(SECOND, () -> {
            tap.undoSeconds--;
            if (tap.undoSeconds > 0) {
                count(tap);
            }
        });
    }

    /// Whose turn it is; they wait no longer.
    Tap next() {
        return taps.remove();
    }
}
