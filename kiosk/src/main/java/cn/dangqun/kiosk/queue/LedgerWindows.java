package cn.dangqun.kiosk.queue;

import cn.dangqun.devices.api.Announcement;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.queue.ActRefusal;
import cn.dangqun.domain.queue.Calling;
import cn.dangqun.domain.queue.Decision;
import cn.dangqun.domain.queue.Queue;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketState;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerTransaction;
import cn.dangqun.kiosk.ledger.NotEnrolledException;
import cn.dangqun.kiosk.reference.ReferenceStore;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What windows do about numbers, each wish decided and recorded in one transaction on the store thread. What was done
/// last at a window is kept in memory only: a program that starts anew takes nothing back.
final class LedgerWindows {
    private static final int SPOKEN = 2;

    private final Ledger ledger;
    private final ReferenceStore reference;
    private final KioskClock clock;
    private final ZoneId zone;
    private final Consumer<Announcement.Call> voice;
    // on the store thread only
    private final Map<Integer, Last> lasts = new HashMap<>();

    LedgerWindows(
            Ledger ledger, ReferenceStore reference, KioskClock clock, ZoneId zone, Consumer<Announcement.Call> voice) {
        this.ledger = ledger;
        this.reference = reference;
        this.clock = clock;
        this.zone = zone;
        this.voice = voice;
    }

    /// What a window did last, and how the ticket stood then.
    private record Last(Ticket ticket, ClockReading at) {
        boolean isLately(ClockReading now) {
            return now.isSameBoot(at) && now.sinceBoot().minus(at.sinceBoot()).compareTo(QueueDesk.TAKE_BACK) <= 0;
        }
    }

    CompletableFuture<CallOutcome> callNext(int window, String staff) {
        return carryOut(window, staff, at -> at.record(at.calling().next(at.queue(), window)));
    }

    CompletableFuture<CallOutcome> next(int window, Predicate<Optional<Ticket>> seen, String staff) {
        return carryOut(window, staff, at -> next(at, window, seen));
    }

    private static Handled next(Work at, int window, Predicate<Optional<Ticket>> seen)
            throws SQLException, NotEnrolledException {
        var queue = at.queue();
        var current = queue.at(window);
        if (!seen.test(current)) {
            return new Handled.Refused(ActRefusal.NOT_NEXT);
        }
        if (current.isEmpty()) {
            return at.record(at.calling().next(queue, window));
        }
        var served = at.record(new Decision.Act(current.get(), new TicketAct.Serve()));
        var called = at.record(at.calling().next(at.queue(), window));
        return called instanceof Handled.Done ? called : served;
    }

    CompletableFuture<CallOutcome> act(
            int window, TicketId ticket, TicketAct act, Predicate<Ticket> seen, String staff) {
        return carryOut(window, staff, at -> {
            var queue = at.queue();
            if (queue.find(ticket).isEmpty()
                    && TicketProjection.ticket(at.transaction().db(), ticket).isPresent()) {
                return new Handled.Refused(ActRefusal.WITH_THE_HOST);
            }
            return queue.find(ticket).filter(seen.negate()).isPresent()
                    ? new Handled.Refused(ActRefusal.NOT_NEXT)
                    : at.record(at.calling().act(queue, window, ticket, act));
        });
    }

    CompletableFuture<CallOutcome> takeBack(int window, TicketId ticket, String staff) {
        return carryOut(window, staff, at -> {
            var queue = at.queue();
            var now = queue.find(ticket);
            boolean isLast = Optional.ofNullable(lasts.get(window))
                    .filter(last -> last.isLately(at.moment()))
                    .map(Last::ticket)
                    .equals(now);
            return now.isPresent() && isLast
                    ? at.record(at.calling().act(queue, window, ticket, new TicketAct.TakeBack(window)))
                    : new Handled.Refused(ActRefusal.NOT_NEXT);
        });
    }

    private CompletableFuture<CallOutcome> carryOut(int window, String staff, Wish wish) {
        var moment = clock.read();
        return ledger.write(transaction -> work(transaction, moment, staff, wish))
                .thenApply(commit -> {
                    if (commit instanceof Commit.Done<Handled>(Handled.Done done)) {
                        lasts.put(window, new Last(done.ticket(), moment));
                        announce(done);
                    }
                    return outcome(commit);
                });
    }

    private Handled work(LedgerTransaction transaction, ClockReading moment, String staff, Wish wish)
            throws SQLException, NotEnrolledException {
        var plan = QueueCatalogue.of(reference.index()).plan();
        if (plan.isEmpty()) {
            return new Handled.Refused(ActRefusal.UNKNOWN_WINDOW);
        }
        var day = LocalDate.ofInstant(transaction.judge(moment).instant(), zone);
        return wish.in(new Work(transaction, moment, day, new Calling(plan.get()), staff));
    }

    private static CallOutcome outcome(Commit<Handled> commit) {
        return switch (commit) {
            case Commit.Done<Handled>(Handled.Done done) -> new CallOutcome.Done(done.ticket());
            case Commit.Done<Handled>(Handled.Refused(var why)) -> new CallOutcome.Refused(why);
            case Commit.NotSaved<Handled> _ -> new CallOutcome.NotSaved();
        };
    }

    /// 请 A 零 一 二 号 到 2 号 窗口; only what is on the disk is called out.
    private void announce(Handled.Done done) {
        boolean calls = switch (done.act()) {
            case TicketAct.Call _, TicketAct.Recall _, TicketAct.Resume _ -> true;
            case TicketAct.Pass _,
                    TicketAct.Reinsert _,
                    TicketAct.Move _,
                    TicketAct.Hold _,
                    TicketAct.Serve _,
                    TicketAct.Withdraw _,
                    TicketAct.GiveUp _,
                    TicketAct.ChangeService _,
                    TicketAct.TakeBack _,
                    TicketAct.Lapse _ -> false;
        };
        if (calls && done.ticket().state() instanceof TicketState.Called called) {
            var number = new Announcement.TicketNumber(done.ticket().number().text());
            voice.accept(new Announcement.Call(number, called.window(), SPOKEN));
        }
    }

    private interface Wish {
        Handled in(Work at) throws SQLException, NotEnrolledException;
    }

    /// What was done in the transaction.
    private sealed interface Handled {
        record Done(Ticket ticket, TicketAct act) implements Handled {}

        record Refused(ActRefusal why) implements Handled {}
    }

    /// One transaction of one member of staff.
    private record Work(
            LedgerTransaction transaction, ClockReading moment, LocalDate day, Calling calling, String staff) {
        Queue queue() throws SQLException {
            return TicketProjection.queue(transaction.db(), day);
        }

        Handled record(Decision decision) throws SQLException, NotEnrolledException {
            return switch (decision) {
                case Decision.Refused(var why) -> new Handled.Refused(why);
                case Decision.Act(var ticket, var act) -> {
                    transaction.append(new QueueFact.TicketHandled(ticket.id(), act, staff), moment);
                    yield new Handled.Done(
                            TicketProjection.ticket(transaction.db(), ticket.id())
                                    .orElseThrow(),
                            act);
                }
            };
        }
    }
}
