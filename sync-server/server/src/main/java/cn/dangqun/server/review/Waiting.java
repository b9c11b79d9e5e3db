package cn.dangqun.server.review;

import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.ReviewItem.Answer;
import java.time.Instant;
import java.util.Optional;

/// Something that waits, or that was decided. `since`: from when on; `kiosk` is empty where several are concerned.
record Waiting(ReviewItem item, String kiosk, Instant since, Optional<Decided> decided) {

    /// The last decision about it. `mark` tells it from any other decision.
    record Decided(Answer answer, String login, String reason, Instant at, String mark) {}
}
