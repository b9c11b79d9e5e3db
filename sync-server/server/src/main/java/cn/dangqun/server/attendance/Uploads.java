package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.CheckInWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How far a centre's kiosks have told the street what happened: of each kiosk, the moment up to which nothing is
/// missing. No data is not absence (F-64): people count as absent only when [#isCompleteFor].
record Uploads(List<Optional<Instant>> kiosksCompleteUntil) {
    Uploads {
        kiosksCompleteUntil = List.copyOf(kiosksCompleteUntil);
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
