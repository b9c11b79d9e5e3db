package cn.dangqun.domain.fee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FeeAccountTest {
    private static final OrganizationId HERE = new OrganizationId("here");
    private static final OrganizationId THERE = new OrganizationId("there");
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 20);

    @Test
    void whoPaysByTheMonthIsLateWhenTheMonthIsOver() {
        var account = account(FeePattern.MONTHLY, Set.of(month(1), month(2), month(4)), always());

        assertEquals("PPAPAAAOOOOO", states(account, TODAY));
        assertEquals("PPAPAAAAOOOO", states(account, LocalDate.of(2026, 9, 1)));
        var arrears = FeeArrears.of(account, TODAY).orElseThrow();
        assertEquals(month(3), arrears.since());
        assertEquals(4, arrears.months().size());
        assertEquals("50.00", arrears.amount().toString());
    }

    @Test
    void whoPaysByTheQuarterIsNotLateBeforeTheQuarterIsOver() {
        var account = account(FeePattern.QUARTERLY, Set.of(month(1)), always());

        assertEquals("PAAAAAOOOOOO", states(account, LocalDate.of(2026, 9, 30)));
        assertEquals("PAAAAAAAAOOO", states(account, LocalDate.of(2026, 10, 1)));
    }

    @Test
    void aMonthIsOwedToTheBranchInWhichItBegan() {
        var moved = List.of(
                membership(HERE, Optional.empty(), Optional.of(LocalDate.of(2026, 3, 15))),
                membership(THERE, Optional.of(LocalDate.of(2026, 3, 15)), Optional.empty()));
        var account = account(FeePattern.MONTHLY, Set.of(), moved);

        assertEquals(Optional.of(HERE), account.owedTo(month(3)));
        assertEquals(Optional.of(THERE), account.owedTo(month(4)));
    }

    @Test
    void whoJoinsOwesTheMonthAndWhoLeavesOrDiesDoesNot() {
        var joined = List.of(membership(HERE, Optional.of(LocalDate.of(2026, 5, 31)), Optional.empty()));
        var died = List.of(membership(HERE, Optional.empty(), Optional.of(LocalDate.of(2026, 6, 30))));

        assertEquals("----AAAOOOOO", states(account(FeePattern.MONTHLY, Set.of(), joined), TODAY));
        assertEquals("AAAAA-------", states(account(FeePattern.MONTHLY, Set.of(), died), TODAY));
    }

    @Test
    void nothingIsOwedThatNobodyFixedAndEachYearIsFixedAnew() {
        var term = new FeeTerm(month(4), FeeGroup.RETIRED, Optional.empty(), new FeeAmount(1000), FeePattern.MONTHLY);
        var account = new FeeAccount(always(), List.of(term), List.of(), Set.of(month(2)));

        assertEquals("?P?AAAAOOOOO", states(account, TODAY));
        assertEquals(
                FeeState.NOT_FIXED,
                account.month(YearMonth.of(2027, 1), LocalDate.of(2027, 3, 1)).state());
    }

    @Test
    void aReliefChangesItsMonthsOnly() {
        var less = new FeeRelief(month(2), month(3), Optional.of(new FeeAmount(20)));
        var nothing = new FeeRelief(month(5), month(6), Optional.empty());
        var account = new FeeAccount(always(), terms(FeePattern.MONTHLY), List.of(less, nothing), Set.of(month(2)));

        assertEquals("APAAEEAOOOOO", states(account, TODAY));
        assertEquals("0.20", account.month(month(3), TODAY).due().toString());
        assertEquals("0.20", account.month(month(2), TODAY).paid().toString());
        assertEquals("12.50", account.month(month(4), TODAY).due().toString());
    }

    /// Whatever was paid: each month that is over is paid or in arrears, and the sum of both is what the year asked.
    @Property(tries = 200)
    void eachMonthThatIsOverIsPaidOrLate(
            @ForAll @Size(max = 12) Set<@IntRange(min = 1, max = 12) Integer> paid,
            @ForAll @IntRange(min = 1, max = 12) int until) {
        var months = new HashSet<YearMonth>();
        paid.forEach(each -> months.add(month(each)));
        var today = until == 12 ? LocalDate.of(2027, 1, 1) : LocalDate.of(2026, until + 1, 1);
        var account = account(FeePattern.MONTHLY, months, always());

        var late =
                FeeArrears.of(account, today).map(each -> each.months().size()).orElse(0);
        long paidByThen = paid.stream().filter(each -> each <= until).count();
        assertEquals(until, late + paidByThen);
        assertTrue(account.year(2026, today).stream()
                .filter(each -> each.state() == FeeState.ARREARS)
                .allMatch(each ->
                        each.month().getMonthValue() <= until && each.paid().isNone()));
    }

    private static String states(FeeAccount account, LocalDate today) {
        var states = new StringBuilder();
        for (var each : account.year(2026, today)) {
            states.append(
                    switch (each.state()) {
                        case NOT_A_MEMBER -> '-';
                        case NOT_FIXED -> '?';
                        case EXEMPT -> 'E';
                        case PAID -> 'P';
                        case OPEN -> 'O';
                        case ARREARS -> 'A';
                    });
        }
        return states.toString();
    }

    private static FeeAccount account(FeePattern pattern, Set<YearMonth> paid, List<Membership> memberships) {
        return new FeeAccount(memberships, terms(pattern), List.of(), paid);
    }

    private static List<FeeTerm> terms(FeePattern pattern) {
        return List.of(new FeeTerm(month(1), FeeGroup.EMPLOYED, Optional.empty(), new FeeAmount(1250), pattern));
    }

    private static YearMonth month(int month) {
        return YearMonth.of(2026, month);
    }

    private static List<Membership> always() {
        return List.of(membership(HERE, Optional.empty(), Optional.empty()));
    }

    private static Membership membership(OrganizationId branch, Optional<LocalDate> from, Optional<LocalDate> until) {
        return new Membership(branch, Optional.empty(), RelationKind.HOME, MemberStatus.FULL, from, until);
    }
}
