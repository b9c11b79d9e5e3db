package cn.dangqun.server.fees;

import cn.dangqun.domain.fee.FeeGroup;
import cn.dangqun.domain.fee.FeeMonth;
import cn.dangqun.domain.fee.FeePattern;
import cn.dangqun.domain.fee.FeeRelief;
import cn.dangqun.domain.fee.FeeScale;
import cn.dangqun.domain.fee.FeeState;
import cn.dangqun.domain.fee.FeeTerm;
import cn.dangqun.server.text.Texts;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;

/// The Chinese of 党费.
record FeeWords(Texts texts, FeeScale scale) {
    String group(FeeGroup group) {
        return switch (group) {
            case EMPLOYED -> texts.get("fees.group.employed");
            case RETIRED -> texts.get("fees.group.retired");
            case FARMER -> texts.get("fees.group.farmer");
            case NO_INCOME -> texts.get("fees.group.noIncome");
        };
    }

    String pattern(FeePattern pattern) {
        return switch (pattern) {
            case MONTHLY -> texts.get("fees.pattern.monthly");
            case QUARTERLY -> texts.get("fees.pattern.quarterly");
        };
    }

    String sign(FeeState state) {
        return switch (state) {
            case NOT_A_MEMBER -> "－";
            case NOT_FIXED -> "?";
            case EXEMPT -> texts.get("fees.sign.exempt");
            case PAID -> "✓";
            case OPEN -> "○";
            case ARREARS -> "!";
        };
    }

    String state(FeeState state) {
        return switch (state) {
            case NOT_A_MEMBER -> texts.get("fees.state.notMember");
            case NOT_FIXED -> texts.get("fees.state.notFixed");
            case EXEMPT -> texts.get("fees.state.exempt");
            case PAID -> texts.get("fees.state.paid");
            case OPEN -> texts.get("fees.state.open");
            case ARREARS -> texts.get("fees.state.arrears");
        };
    }

    FeeModel.Cell cell(FeeState state) {
        return new FeeModel.Cell(state.name(), sign(state), state(state));
    }

    String month(YearMonth month) {
        return texts.get("fees.word.month", month.getYear(), month.getMonthValue());
    }

    /// What was fixed, in one line.
    String term(FeeTerm term) {
        return texts.get("fees.word.term", term.monthly(), group(term.group()), pattern(term.pattern()));
    }

    /// 执行标准
    String standard(FeeTerm term) {
        return scale.percent(term.group(), term.base())
                .map(percent -> percent.stripTrailingZeros().toPlainString() + "%")
                .orElseGet(() -> group(term.group()));
    }

    String relief(FeeRelief relief) {
        var span = relief.from().equals(relief.to())
                ? month(relief.from())
                : texts.get("fees.word.span", month(relief.from()), month(relief.to()));
        return relief.reduced()
                .map(amount -> texts.get("fees.word.reduced", span, amount))
                .orElseGet(() -> texts.get("fees.word.exempt", span));
    }

    /// Numbers of months, such as 3、4.
    static String numbers(List<FeeMonth> months) {
        return months.stream()
                .map(each -> String.valueOf(each.month().getMonthValue()))
                .collect(Collectors.joining("、"));
    }
}
