package cn.dangqun.domain.explain;

import cn.dangqun.domain.duty.DutyFlag;
import cn.dangqun.domain.duty.DutyRule;
import cn.dangqun.domain.duty.DutyScope;
import cn.dangqun.domain.duty.DutyStatus;
import cn.dangqun.domain.duty.DutySubject;
import cn.dangqun.domain.duty.DutyVerdict;
import cn.dangqun.domain.period.Period;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Why a duty stands where it stands.
public final class DutyExplanation {
    private DutyExplanation() {}

    /// One line, such as `主题党日（2021年1月）：……。依据：STREET_STANDARD@1，R-092`. Groups and persons by their ids.
    public static String of(DutyVerdict verdict) {
        return of(verdict, subject -> switch (subject) {
            case DutySubject.Whole() -> "";
            case DutySubject.Group(var id) -> id.value();
            case DutySubject.Person(var id) -> id.value();
        });
    }

    /// The same; `names` says what a group or a person is called.
    public static String of(DutyVerdict verdict, Function<DutySubject, String> names) {
        var remarks = verdict.flags().stream()
                .filter(flag -> flag != DutyFlag.WORST_OF_GROUPS)
                .map(flag -> remark(flag, verdict))
                .collect(Collectors.joining());
        return Texts.say(
                "duty.line",
                "duty",
                nameOf(verdict.rule()),
                "period",
                nameOf(verdict.period()),
                "subject",
                subject(verdict, names),
                "body",
                body(verdict),
                "remarks",
                remarks,
                "source",
                source(verdict));
    }

    /// The name a profile gives its duty, else the usual one.
    public static String nameOf(DutyRule rule) {
        var code = rule.code().value();
        return rule.name().orElseGet(() -> Texts.wordOr("DutyCode." + code, code));
    }

    /// The word for a status, such as 逾期完成.
    public static String word(DutyStatus status) {
        return Texts.word(status);
    }

    /// 2021年3月, 2021年第1季度, 2021年上半年, 2021年
    public static String nameOf(Period period) {
        var key = switch (period.kind()) {
            case MONTH -> "period.month";
            case QUARTER -> "period.quarter";
            case HALF_YEAR -> period.number() == 1 ? "period.first_half" : "period.second_half";
            case YEAR -> "period.year";
        };
        return Texts.say(key, "year", period.year(), "number", period.number());
    }

    private static String subject(DutyVerdict verdict, Function<DutySubject, String> names) {
        return switch (verdict.subject()) {
            case DutySubject.Group group -> Texts.say("duty.subject.group", "id", names.apply(group));
            case DutySubject.Person person -> Texts.say("duty.subject.person", "id", names.apply(person));
            case DutySubject.Whole ignored ->
                verdict.rule().scope() == DutyScope.BRANCH
                        ? ""
                        : Texts.say("duty.subject.roll_up." + verdict.rule().scope());
        };
    }

    private static String body(DutyVerdict verdict) {
        if (verdict.inapplicable().isPresent()) {
            return Texts.word(verdict.inapplicable().get());
        }
        if (verdict.flags().contains(DutyFlag.WORST_OF_GROUPS)) {
            return fill("duty.roll_up", verdict);
        }
        var dated = verdict.due().isPresent() ? ".due" : "";
        return switch (verdict.status()) {
            case MET -> fill("duty.met" + dated, verdict);
            case LATE -> fill("duty.late", verdict);
            case PENDING -> fill("duty.pending" + dated, verdict);
            case DUE_SOON -> fill("duty.due_soon", verdict);
            case OVERDUE -> fill("duty.overdue", verdict);
            case MISSING -> fill("duty.missing" + dated, verdict);
            case NOT_APPLICABLE -> Texts.word(verdict.status());
        };
    }

    private static String remark(DutyFlag flag, DutyVerdict verdict) {
        return Texts.say("remark." + flag, "max", verdict.rule().max().orElse(0), "count", verdict.count());
    }

    private static String fill(String key, DutyVerdict verdict) {
        return Texts.say(
                key,
                "status",
                Texts.word(verdict.status()),
                "min",
                verdict.rule().min(),
                "count",
                verdict.count(),
                "shortfall",
                verdict.shortfall(),
                "due",
                verdict.due().map(Object::toString).orElse(""),
                "decided",
                verdict.decidedOn().map(Object::toString).orElse(""),
                "closes",
                verdict.closesOn(),
                "days",
                verdict.due()
                        .map(due -> ChronoUnit.DAYS.between(verdict.asOf(), due))
                        .orElse(0L));
    }

    private static String source(DutyVerdict verdict) {
        return verdict.rule()
                .rule()
                .map(rule -> Texts.say("source.rule", "profile", verdict.profile(), "rule", rule))
                .orElseGet(() -> Texts.say("source.profile", "profile", verdict.profile()));
    }
}
