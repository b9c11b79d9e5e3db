package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.ActRefusal;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.Window;
import cn.dangqun.kiosk.place.StaffMember;
import java.util.List;
import java.util.Optional;

/// What the calling screen shows.
sealed interface CallingState {
    /// Nobody is in; nothing of the last visit is left.
    record Shut() implements CallingState {}

    record ChoosingWindow(StaffMember by, List<Window> windows) implements CallingState {
        public ChoosingWindow {
            windows = List.copyOf(windows);
        }
    }

    /// The street has set up no windows here.
    record NoWindows(StaffMember by) implements CallingState {}

    record AtWindow(StaffMember by, Window window, QueueToday today, Remark remark) implements CallingState {
        Optional<Ticket> current() {
            return today.queue().at(window.number());
        }
    }

    /// 转窗: where to?
    record Moving(StaffMember by, Window window, QueueToday today) implements CallingState {}

    /// There is no way back from `act`: is it meant?
    record Asking(StaffMember by, Window window, QueueToday today, Question question) implements CallingState {}

    /// The disk could not be read.
    record Unreadable(StaffMember by) implements CallingState {}

    record Question(Ticket ticket, TicketAct act) {}

    /// What became of the last press.
    sealed interface Remark {
        record None() implements Remark {}

        /// What was done last; `ticket` as it is since. `undoable`: a slip of the finger can still be taken back.
        record Done(Ticket ticket, TicketAct act, boolean undoable) implements Remark {}

        record Refused(ActRefusal why) implements Remark {}

        record NotSaved() implements Remark {}

        /// The ticket was printed once more, or not
        record Reprinted(boolean onPaper) implements Remark {}
    }
}
