package cn.dangqun.server.books;

import cn.dangqun.domain.fact.StreetFact.Filing;
import java.time.Instant;
import java.util.Optional;

/// How a branch's books of a year stand: the last that was done, by `who` as people call them, and the last
/// closing with the login of whoever closed.
record Filed(
        Filing filing,
        String who,
        String reason,
        Instant at,
        Instant closedAt,
        String closedBy,
        Optional<Instant> printedAt) {
    boolean isClosed() {
        return filing != Filing.REOPENED;
    }
}
