package cn.dangqun.server.fees;

import cn.dangqun.domain.fee.FeeAmount;
import cn.dangqun.domain.fee.FeeGroup;
import cn.dangqun.domain.fee.FeePattern;
import cn.dangqun.domain.fee.FeeTerm;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Visit;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the form in which a branch fixes what everybody pays; what is wrong stands in the form's problems, each with
/// the name of whom it is about. Rows without base and amount are left as they are.
record FeeForm(Visit visit, Form form, FeeWords words) {
    private static final int LONGEST_REASON = 200;

    String reason() {
        return form.text("reason", LONGEST_REASON);
    }

    Optional<YearMonth> month(String field, int year) {
        var month = Asked.month(visit.form(field)).filter(each -> each.getYear() == year);
        if (month.isEmpty()) {
            form.refuse(words.texts().get("fees.refused.month", year));
        }
        return month;
    }

    /// Those of the branch, by member, whose row says something else than what stands.
    Map<MemberId, FeeTerm> terms(List<FeeLine> lines, int year) {
        var from = month("from", year);
        var terms = new LinkedHashMap<MemberId, FeeTerm>();
        for (var line : lines) {
            var id = line.member().id();
            if (!visit.form("base." + id).isBlank()
                    || !visit.form("monthly." + id).isBlank()) {
                from.flatMap(month -> term(line, month))
                        .filter(each -> !stands(line, each))
                        .ifPresent(each -> terms.put(id, each));
            }
        }
        return terms;
    }

    /// An amount that was typed is compared with its month; a row as it came, with what was fixed last, which it shows.
    private boolean stands(FeeLine line, FeeTerm term) {
        boolean typed = !visit.form("monthly." + line.member().id()).isBlank();
        return line.account()
                .term(typed ? term.from() : term.from().withMonth(12))
                .filter(each -> each.group() == term.group()
                        && each.base().equals(term.base())
                        && each.monthly().equals(term.monthly())
                        && each.pattern() == term.pattern())
                .isPresent();
    }

    private Optional<FeeTerm> term(FeeLine line, YearMonth from) {
        var id = line.member().id().value();
        var name = line.member().name().full();
        var group = one(FeeGroup.values(), visit.form("group." + id));
        var pattern = one(FeePattern.values(), visit.form("pattern." + id)).orElse(FeePattern.MONTHLY);
        var base = amount("base." + id, name);
        var typed = amount("monthly." + id, name);
        if (group.isEmpty()) {
            form.refuse(words.texts().get("fees.refused.group", name));
            return Optional.empty();
        }
        var monthly = typed.or(() -> kept(line, from, group.get(), base))
                .or(() -> words.scale().propose(group.get(), base));
        if (monthly.isEmpty()) {
            form.refuse(words.texts().get("fees.refused.noAmount", name));
        }
        return monthly.map(each -> new FeeTerm(from, group.get(), base, each, pattern));
    }

    /// Whose group and base are as they were keeps what the branch had fixed: a form that is sent as it came changes
    /// nothing.
    private static Optional<FeeAmount> kept(FeeLine line, YearMonth from, FeeGroup group, Optional<FeeAmount> base) {
        return line.account()
                .term(from.withMonth(12))
                .filter(each -> each.group() == group && each.base().equals(base))
                .map(FeeTerm::monthly);
    }

    private Optional<FeeAmount> amount(String field, String name) {
        var typed = visit.form(field);
        var amount = FeeAmount.read(typed);
        if (amount.isEmpty() && !typed.isBlank()) {
            form.refuse(words.texts().get("fees.refused.amount", name, typed.strip()));
        }
        return amount;
    }

    static <E extends Enum<E>> Optional<E> one(E[] all, String name) {
        return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst();
    }
}
