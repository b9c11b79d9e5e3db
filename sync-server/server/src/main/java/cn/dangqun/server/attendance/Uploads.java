package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.CheckInWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How far a centre's kiosks have told the street what happened: of each kiosk, the moment up to which nothing is
/// missing. No data is not absence (F-64): people count as absent only when [#isCompleteFor]. `owed`: what kiosks that
/// have left since still hold.
record Uploads(List<Optional<Instant>> kiosksCompleteUntil, Optional<Stand.Owed> owed) {
    Uploads {
        kiosksCompleteUntil = List.copyOf(kiosksCompleteUntil);
    }

    /// Of the kiosks that stood there while check-in was open, at whatever moment of it. Nobody is complete beyond
    /// `now`:
    /// one that left says nothing of who may still come.
    static Uploads during(List<Stand> stands, CheckInWindow window, Instant now) {
        var told = of(stands.stream().filter(each -> each.isOf(window)).toList());
        return new Uploads(
                told.kiosksCompleteUntil.stream()
                        .map(until -> until.map(time -> time.isAfter(now) ? now : time))
                        .toList(),
                told.owed);
    }

    /// Of the kiosks that stand there.
    static Uploads now(List<Stand> stands) {
        return of(stands.stream().filter(Stand::isNow).toList());
    }

    private static Uploads of(List<Stand> stands) {
        var owed = stands.stream()
                .flatMap(each -> each.owed().stream())
                .reduce((a, b) ->
                        new Stand.Owed(a.unsent() + b.unsent(), a.since().isBefore(b.since()) ? a.since() : b.since()));
        return new Uploads(stands.stream().map(Stand::completeUntil).toList(), owed);
    }

    boolean hasNoKiosk() {
        return kiosksCompleteUntil.isEmpty();
    }

    /// The moment up to which every kiosk has reported; empty when one never did, or there is none.
    Optional<Instant> completeUntil() {
        return kiosksCompleteUntil.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : kiosksCompleteUntil.stream().flatMap(Optional::stream).min(Instant::compareTo);
    }

    boolean isCompleteFor(CheckInWindow window) {
        return completeUntil().filter(until -> !until.isBefore(window.closes())).isPresent();
    }

    /// Kiosks that have reported nothing since the check-in opened.
    int silentSince(Instant opens) {
        return (int) kiosksCompleteUntil.stream()
                .filter(until -> until.filter(time -> !time.isBefore(opens)).isEmpty())
                .count();
    }
}
