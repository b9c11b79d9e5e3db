package cn.dangqun.server.fees;

import cn.dangqun.domain.fee.FeeAmount;
import cn.dangqun.domain.fee.FeeState;
import java.util.List;

/// Totals of a branch and year: people, for how many of them something is not fixed, and what is owed and was paid in
/// each half. `late` are people with arrears.
record FeeSums(
        int people,
        int unfixed,
        FeeAmount dueFirst,
        FeeAmount paidFirst,
        FeeAmount dueSecond,
        FeeAmount paidSecond,
        int late) {
    static final FeeSums NOTHING = new FeeSums(0, 0, FeeAmount.NONE, FeeAmount.NONE, FeeAmount.NONE, FeeAmount.NONE, 0);

    static FeeSums of(List<FeeLine> lines) {
        return lines.stream().map(FeeSums::of).reduce(NOTHING, FeeSums::plus);
    }

    private static FeeSums of(FeeLine line) {
        return new FeeSums(
                1,
                line.isFixed() ? 0 : 1,
                line.due(1),
                line.paid(1),
                line.due(2),
                line.paid(2),
                line.count(0, FeeState.ARREARS) > 0 ? 1 : 0);
    }

    FeeSums plus(FeeSums other) {
        return new FeeSums(
                people + other.people,
                unfixed + other.unfixed,
                dueFirst.plus(other.dueFirst),
                paidFirst.plus(other.paidFirst),
                dueSecond.plus(other.dueSecond),
                paidSecond.plus(other.paidSecond),
                late + other.late);
    }

    FeeAmount due() {
        return dueFirst.plus(dueSecond);
    }

    FeeAmount paid() {
        return paidFirst.plus(paidSecond);
    }
}
