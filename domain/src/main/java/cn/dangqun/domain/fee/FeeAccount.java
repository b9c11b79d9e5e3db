package cn.dangqun.domain.fee;

import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// All that is known of one member's fees: where they belonged, what was fixed, and the months that were paid. A month
/// is owed by whoever is a member at its end, to the branch where they were at its beginning, or that they joined in
/// it: who leaves or dies is asked for nothing more, and who moves pays the month where it began.
public record FeeAccount(
        List<Membership> memberships, List<FeeTerm> terms, List<FeeRelief> reliefs, Set<YearMonth> paid) {
    private static final int MONTHS = 12;
    private static final int QUARTER = 3;

    public FeeAccount {
        memberships = List.copyOf(memberships);
        terms = List.copyOf(terms);
        reliefs = List.copyOf(reliefs);
        paid = Set.copyOf(paid);
    }

    /// From January to December.
    public List<FeeMonth> year(int year, LocalDate today) {
        return IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month -> month(YearMonth.of(year, month), today))
                .toList();
    }

    public FeeMonth month(YearMonth month, LocalDate today) {
        var branch = owedTo(month);
        if (branch.isEmpty()) {
            return new FeeMonth(month, branch, FeeAmount.NONE, FeeState.NOT_A_MEMBER);
        }
        var term = term(month);
        var relief = reliefs.stream().filter(each -> each.covers(month)).findFirst();
        if (term.isEmpty()) {
            return new FeeMonth(
                    month, branch, FeeAmount.NONE, paid.contains(month) ? FeeState.PAID : FeeState.NOT_FIXED);
        }
        if (relief.filter(each -> each.reduced().isEmpty()).isPresent()) {
            return new FeeMonth(month, branch, FeeAmount.NONE, FeeState.EXEMPT);
        }
        var due = relief.flatMap(FeeRelief::reduced).orElse(term.get().monthly());
        return new FeeMonth(month, branch, due, state(month, term.get().pattern(), today));
    }

    private FeeState state(YearMonth month, FeePattern pattern, LocalDate today) {
        if (paid.contains(month)) {
            return FeeState.PAID;
        }
        return deadline(month, pattern).isBefore(today) ? FeeState.ARREARS : FeeState.OPEN;
    }

    /// The last day on which it is not late.
    private static LocalDate deadline(YearMonth month, FeePattern pattern) {
        return switch (pattern) {
            case MONTHLY -> month.atEndOfMonth();
            case QUARTERLY ->
                month.withMonth((month.getMonthValue() + QUARTER - 1) / QUARTER * QUARTER)
                        .atEndOfMonth();
        };
    }

    /// What was fixed last of what holds.
    public Optional<FeeTerm> term(YearMonth month) {
        return terms.stream().filter(each -> each.covers(month)).max(Comparator.comparing(FeeTerm::from));
    }

    public Optional<OrganizationId> owedTo(YearMonth month) {
        var last = on(month.atEndOfMonth());
        return last.map(end -> on(month.atDay(1)).orElse(end)).map(Membership::branch);
    }

    private Optional<Membership> on(LocalDate day) {
        return memberships.stream()
                .filter(each -> each.covers(day) && each.isOnRoll())
                .findFirst();
    }
}
