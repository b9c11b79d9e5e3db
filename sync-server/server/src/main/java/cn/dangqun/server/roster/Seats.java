package cn.dangqun.server.roster;

import cn.dangqun.domain.member.CommitteeSeat;
import java.time.LocalDate;
import java.util.Optional;

/// Seats and the days on which they end.
final class Seats {
    private Seats() {}

    static CommitteeSeat ending(CommitteeSeat seat, LocalDate day) {
        return new CommitteeSeat(
                seat.id(),
                seat.organization(),
                seat.member(),
                seat.post(),
                seat.partTime(),
                seat.linkedBranch(),
                seat.from(),
                Optional.of(day));
    }

    /// Whether there is a day on which both are held.
    static boolean overlap(CommitteeSeat one, CommitteeSeat other) {
        return one.until().filter(end -> !end.isAfter(other.from())).isEmpty()
                && other.until().filter(end -> !end.isAfter(one.from())).isEmpty();
    }
}
