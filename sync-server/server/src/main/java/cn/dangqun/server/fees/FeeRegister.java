package cn.dangqun.server.fees;

import cn.dangqun.domain.fee.FeeAmount;
import cn.dangqun.domain.fee.FeePattern;
import cn.dangqun.domain.fee.FeeRelief;
import cn.dangqun.domain.fee.FeeState;
import cn.dangqun.domain.fee.FeeTerm;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// The rows of 党支部党费收缴情况登记表 (forms.md, section 4.2): 序号 党员姓名 月工资收入 执行标准 月应缴党费 全年应缴党费
/// 全年实缴党费 备注, and the sums.
record FeeRegister(FeeWords words, int year) {
    private static final int MONTHS = 12;

    List<String> headings() {
        var texts = words.texts();
        return List.of(
                texts.get("fees.register.number"),
                texts.get("fees.register.name"),
                texts.get("fees.register.base"),
                texts.get("fees.register.standard"),
                texts.get("fees.register.monthly"),
                texts.get("fees.register.due"),
                texts.get("fees.register.paid"),
                texts.get("fees.register.remark"));
    }

    List<List<String>> rows(List<FeeLine> lines) {
        var rows = new ArrayList<List<String>>();
        for (var line : lines) {
            var term = BranchFeePage.newest(line, year);
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    line.member().name().full(),
                    term.flatMap(FeeTerm::base).map(FeeAmount::toString).orElse("—"),
                    term.map(words::standard).orElse("—"),
                    term.map(each -> each.monthly().toString()).orElse("—"),
                    line.due(0).toString(),
                    line.paid(0).toString(),
                    remark(line)));
        }
        return rows;
    }

    List<String> sums(List<FeeLine> lines) {
        var sums = FeeSums.of(lines);
        return List.of(
                "",
                words.texts().get("fees.register.total"),
                "",
                "",
                "",
                sums.due().toString(),
                sums.paid().toString(),
                "");
    }

    String remark(FeeLine line) {
        var texts = words.texts();
        var said = new ArrayList<String>();
        var terms = line.account().terms().stream()
                .filter(each -> each.from().getYear() == year)
                .sorted((one, other) -> one.from().compareTo(other.from()))
                .toList();
        if (terms.size() > 1) {
            terms.forEach(
                    each -> said.add(texts.get("fees.register.from", each.from().getMonthValue(), each.monthly())));
        }
        if (line.account()
                .term(YearMonth.of(year, MONTHS))
                .filter(each -> each.pattern() == FeePattern.QUARTERLY)
                .isPresent()) {
            said.add(texts.get("fees.pattern.quarterly"));
        }
        line.account().reliefs().stream()
                .filter(each -> each.from().getYear() == year)
                .forEach(each -> said.add(relief(each)));
        months(line, FeeState.ARREARS, "fees.register.late", said);
        months(line, FeeState.NOT_FIXED, "fees.register.unfixed", said);
        return String.join("；", said);
    }

    private String relief(FeeRelief relief) {
        int from = relief.from().getMonthValue();
        int to = relief.to().getMonthValue();
        var span = from == to ? String.valueOf(from) : from + "—" + to;
        return relief.reduced()
                .map(amount -> words.texts().get("fees.register.reduced", span, amount))
                .orElseGet(() -> words.texts().get("fees.register.exempt", span));
    }

    private void months(FeeLine line, FeeState state, String key, List<String> said) {
        var months = line.months().stream()
                .filter(each -> line.isOurs(each) && each.state() == state)
                .toList();
        if (!months.isEmpty()) {
            said.add(words.texts().get(key, FeeWords.numbers(months)));
        }
    }
}
