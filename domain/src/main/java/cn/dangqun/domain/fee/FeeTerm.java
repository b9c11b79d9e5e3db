package cn.dangqun.domain.fee;

import java.time.YearMonth;
import java.util.Optional;

/// What the branch fixed for a member from a month on, until it fixes something else, at most until the year is over:
/// each year it is fixed anew. `base` is what it was figured from, where that is known.
public record FeeTerm(YearMonth from, FeeGroup group, Optional<FeeAmount> base, FeeAmount monthly, FeePattern pattern) {
    boolean covers(YearMonth month) {
        return month.getYear() == from.getYear() && !month.isBefore(from);
    }
}
