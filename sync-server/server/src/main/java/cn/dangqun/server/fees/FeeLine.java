package cn.dangqun.server.fees;

import cn.dangqun.domain.fee.FeeAccount;
import cn.dangqun.domain.fee.FeeAmount;
import cn.dangqun.domain.fee.FeeMonth;
import cn.dangqun.domain.fee.FeeState;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A member's year as one branch has it: months that are owed to another, or to nobody, are none of it.
record FeeLine(Member member, FeeAccount account, OrganizationId branch, List<FeeMonth> months) {
    private static final int HALF = 6;

    FeeLine {
        months = List.copyOf(months);
    }

    /// Empty where no month of the year is owed to the branch.
    static Optional<FeeLine> of(Member member, FeeAccount account, OrganizationId branch, int year, LocalDate today) {
        var line = new FeeLine(member, account, branch, account.year(year, today));
        return line.months.stream().anyMatch(line::isOurs) ? Optional.of(line) : Optional.empty();
    }

    boolean isOurs(FeeMonth month) {
        return month.branch().filter(branch::equals).isPresent();
    }

    /// `half` is 1 or 2, and 0 for the whole year.
    FeeAmount due(int half) {
        return sum(half, _ -> true);
    }

    FeeAmount paid(int half) {
        return sum(half, each -> each.state() == FeeState.PAID);
    }

    private FeeAmount sum(int half, Predicate<FeeMonth> which) {
        return months.stream()
                .filter(each -> isOurs(each) && isIn(each, half))
                .filter(which)
                .map(FeeMonth::due)
                .reduce(FeeAmount.NONE, FeeAmount::plus);
    }

    long count(int half, FeeState state) {
        return months.stream()
                .filter(each -> isOurs(each) && isIn(each, half) && each.state() == state)
                .count();
    }

    private static boolean isIn(FeeMonth each, int half) {
        return half == 0 || (each.month().getMonthValue() <= HALF) == (half == 1);
    }

    boolean isFixed() {
        return count(0, FeeState.NOT_FIXED) == 0;
    }
}
