package cn.dangqun.domain.fee;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a member owes and has not paid: since which month, how many, how much. Looked for in this year and the one
/// before.
public record FeeArrears(List<FeeMonth> months) {
    public FeeArrears {
        months = List.copyOf(months);
        if (months.isEmpty()) {
            throw new IllegalArgumentException("nothing is owed");
        }
    }

    /// Empty for who owes nothing.
    public static Optional<FeeArrears> of(FeeAccount account, LocalDate today) {
        var late = Stream.of(today.getYear() - 1, today.getYear())
                .flatMap(year -> account.year(year, today).stream())
                .filter(each -> each.state() == FeeState.ARREARS)
                .toList();
        return late.isEmpty() ? Optional.empty() : Optional.of(new FeeArrears(late));
    }

    public YearMonth since() {
        return months.getFirst().month();
    }

    public FeeAmount amount() {
        return months.stream().map(FeeMonth::due).reduce(FeeAmount.NONE, FeeAmount::plus);
    }
}
