package cn.dangqun.kiosk.window;

import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.staff.StaffDesk;
import cn.dangqun.kiosk.staff.StaffDesk.Unlock;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// The door of the window page: name or number, and the PIN of the staff corner. One address has [#TRIES] in
/// [#WINDOW]; few PINs are judged at once, each of them being slow on purpose. Safe for use from several threads.
final class SignIn {
    static final int TRIES = 12;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final int AT_ONCE = 3;
    private static final int ADDRESSES = 256;

    private final StaffDesk staff;
    private final Sessions sessions;
    private final Clock clock;
    private final AtomicInteger judging = new AtomicInteger();
    private final Map<InetAddress, Deque<Instant>> tries = new LinkedHashMap<>();

    SignIn(StaffDesk staff, Sessions sessions, Clock clock) {
        this.staff = staff;
        this.sessions = sessions;
        this.clock = clock;
    }

    sealed interface Result {
        record In(String token) implements Result {}

        /// Nobody of that name, or not their PIN: which of the two is not said
        record Wrong() implements Result {}

        record Paused(Instant until) implements Result {}

        /// From this address, or everywhere at once
        record TooMany() implements Result {}

        /// It was the one-time code: the PIN is chosen at the kiosk
        record ChooseFirst() implements Result {}

        /// Known, but windows are not theirs
        record NotTheirs() implements Result {}

        record NotSaved() implements Result {}
    }

    CompletableFuture<Result> attempt(String name, String pin, InetAddress from) {
        if (!counts(from)) {
            return CompletableFuture.completedFuture(new Result.TooMany());
        }
        if (judging.incrementAndGet() > AT_ONCE) {
            judging.decrementAndGet();
            return CompletableFuture.completedFuture(new Result.TooMany());
        }
        var id = id(name.strip());
        // whoever is nobody takes as long as somebody
        return staff.unlockFrom(from.getHostAddress(), id.orElse("nobody"), pin)
                .thenApply(verdict -> result(verdict, from))
                .whenComplete((_, _) -> judging.decrementAndGet());
    }

    private Optional<String> id(String name) {
        var people = staff.staff();
        List<StaffMember> found =
                people.stream().filter(each -> each.id().equals(name)).toList();
        if (found.isEmpty()) {
            found = people.stream().filter(each -> each.name().equals(name)).toList();
        }
        return found.size() == 1 ? Optional.of(found.getFirst().id()) : Optional.empty();
    }

    private Result result(Unlock verdict, InetAddress from) {
        return switch (verdict) {
            case Unlock.Unlocked(var by)
            when by.may(StaffAct.CALL_NUMBERS) ->
                sessions.open(by, from).<Result>map(Result.In::new).orElseGet(Result.TooMany::new);
            case Unlock.Unlocked _ -> new Result.NotTheirs();
            case Unlock.CodeAccepted _ -> new Result.ChooseFirst();
            case Unlock.WrongPin _ -> new Result.Wrong();
            case Unlock.LockedOut(var until) -> new Result.Paused(until);
            case Unlock.NotSaved _ -> new Result.NotSaved();
        };
    }

    private synchronized boolean counts(InetAddress from) {
        var since = clock.instant().minus(WINDOW);
        var before = tries.computeIfAbsent(from, _ -> new ArrayDeque<>());
        while (!before.isEmpty() && before.getFirst().isBefore(since)) {
            before.removeFirst();
        }
        if (before.size() >= TRIES) {
            return false;
        }
        before.addLast(clock.instant());
        if (tries.size() > ADDRESSES) {
            tries.entrySet()
                    .removeIf(each -> each.getValue().isEmpty()
                            || each.getValue().getLast().isBefore(since));
        }
        return true;
    }
}
