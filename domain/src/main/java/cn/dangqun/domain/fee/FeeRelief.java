package cn.dangqun.domain.fee;

import java.time.YearMonth;
import java.util.Optional;

/// Less or nothing is owed in these months, both included: the branch studied it and its superior approved.
/// `reduced` is what is owed instead; empty: nothing.
public record FeeRelief(YearMonth from, YearMonth to, Optional<FeeAmount> reduced) {
    public FeeRelief {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a relief ends before it begins");
        }
    }

    boolean covers(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(to);
    }
}
