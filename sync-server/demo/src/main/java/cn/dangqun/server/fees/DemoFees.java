package cn.dangqun.server.fees;

import cn.dangqun.config.fee.FeeScales;
import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.domain.fee.FeeAmount;
import cn.dangqun.domain.fee.FeeGroup;
import cn.dangqun.domain.fee.FeePattern;
import cn.dangqun.domain.fee.FeeRelief;
import cn.dangqun.domain.fee.FeeTerm;
import cn.dangqun.domain.member.Member;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The demonstration's fees of this half year, as branches would have fixed and entered them: most paid, some late, a
/// reduction that was approved and one that waits.
public final class DemoFees {
    private static final String COLLECTOR = "demo-fees";
    private static final String OFFICER = "demo-officer";
    private static final int AT_ONCE = 50;
    private static final int HALF = 6;

    private final Database database;
    private final StreetLedger street;
    private final Instant now;

    public DemoFees(Database database, StreetLedger street, Instant now) {
        this.database = database;
        this.street = street;
        this.now = now;
    }

    /// Of whoever is on a roll, a few dozen people a write.
    public void enter(List<Member> members, YearMonth current) {
        var due = members.stream().filter(Member::isOnRoll).toList();
        for (int from = 0; from < due.size(); from += AT_ONCE) {
            int first = from;
            database.write((handle, changes) -> {
                for (int n = first; n < Math.min(due.size(), first + AT_ONCE); n++) {
                    enter(handle, changes, due.get(n), n, current);
                }
                return first;
            });
        }
    }

    private void enter(Handle handle, ChangeLog changes, Member member, int number, YearMonth current) {
        var begins = current.withMonth(current.getMonthValue() > HALF ? HALF + 1 : 1);
        var store = new FeeStore(handle);
        boolean retired = number % 3 == 0;
        var group = retired ? FeeGroup.RETIRED : FeeGroup.EMPLOYED;
        var base = Optional.of(new FeeAmount(100L * (2600 + number * 37 % 6000)));
        var monthly = FeeScales.shipped().propose(group, base).orElseThrow();
        var pattern = number % 11 == 5 ? FeePattern.QUARTERLY : FeePattern.MONTHLY;
        store.fix(member.id(), new FeeTerm(begins, group, base, monthly, pattern), "样例：支委会研究核定", COLLECTOR, now);
        if (number % 40 == 7) {
            var id = "demo-" + number;
            var relief = new FeeRelief(begins, current.withMonth(begins.getMonthValue() + HALF - 1), Optional.empty());
            store.ask(id, member.id(), relief, "样例：生活困难，支部研究", COLLECTOR, now);
            if (number % 80 == 7) {
                store.decide(member.id(), id, true, "样例：同意", OFFICER, now);
                return;
            }
        }
        int late = number % 17 == 3 ? 3 : number % 6 == 1 ? 1 : 0;
        for (var month = begins; month.isBefore(current.minusMonths(late)); month = month.plusMonths(1)) {
            var ruling = new StreetFact.Ruling(COLLECTOR, "样例：主题党日收取");
            street.append(handle, changes, new StreetFact.FeeNoted(member.id(), month, Optional.empty(), true, ruling));
        }
    }
}
