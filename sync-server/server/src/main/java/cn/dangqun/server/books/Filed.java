package cn.dangqun.server.books;

import cn.dangqun.domain.fact.StreetFact.Filing;
import java.time.Instant;
import java.util.Optional;

/// How a branch's books of a year stand: the last that was done, and the last closing.
record Filed(
        Filing filing,
        String login,
        String reason,
        Instant at,
        Instant closedAt,
        String closedBy,
        Optional<Instant> printedAt) {
    boolean isClosed() {
        return filing != Filing.REOPENED;
    }
}
