package cn.dangqun.server.fees;

import cn.dangqun.config.fee.FeeScales;
import cn.dangqun.domain.fee.FeeAmount;
import cn.dangqun.domain.fee.FeeMonth;
import cn.dangqun.domain.fee.FeeState;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// A branch's year of fees for its book (RULES 1.11): who owed what, on which day each month was noted as paid and by
/// whom, and the sums of each month. Amounts are in yuan with two decimals. Only for those who may see fees.
public record FeeBook(StreetRoster roster, Texts texts, Times times) {
    private static final int MONTHS = 12;
    private static final Pinyin PINYIN = new Pinyin();

    /// `months` are twelve words: the day on which a paid month was noted, as 03-10, else the sign of how it stands;
    /// `unfixed` are the numbers of those for which nothing is fixed.
    public record Line(
            MemberId member,
            PersonName name,
            String monthly,
            List<String> months,
            String due,
            String paid,
            String arrears,
            String collectors,
            String remark,
            String unfixed) {
        public Line {
            months = List.copyOf(months);
        }
    }

    /// One of the twelve months, of all lines together.
    public record Sum(int month, String due, String paid) {}

    public record Year(List<Line> lines, List<Sum> sums, Sum total) {
        public Year {
            lines = List.copyOf(lines);
            sums = List.copyOf(sums);
        }
    }

    private record Noted(Map<YearMonth, FeeStore.Mark> days, Set<String> by) {}

    /// Of somebody of whom nothing was noted.
    private static final Noted NOTHING = new Noted(Map.of(), Set.of());

    /// Call it inside one read transaction.
    public Year read(Handle handle, OrganizationReader.Row branch, int year) {
        var words = new FeeWords(texts, FeeScales.shipped());
        var lines = new FeePage(new FeeSource(roster), words, times, PINYIN)
                .lines(handle, Map.of(branch.id(), branch), year).getOrDefault(branch, List.of()).stream()
                        .sorted(Comparator.comparing((FeeLine each) ->
                                        PINYIN.syllables(each.member().name().full()))
                                .thenComparing(each -> each.member().id().value()))
                        .toList();
        var noted = noted(handle, lines, year);
        var register = new FeeRegister(words, year);
        return new Year(
                lines.stream()
                        .map(each -> line(
                                each,
                                words,
                                register,
                                noted.getOrDefault(each.member().id(), NOTHING),
                                year))
                        .toList(),
                IntStream.rangeClosed(1, MONTHS)
                        .mapToObj(
                                month -> sum(lines, month, each -> each.month().getMonthValue() == month))
                        .toList(),
                sum(lines, 0, _ -> true));
    }

    private static Map<MemberId, Noted> noted(Handle handle, List<FeeLine> lines, int year) {
        var noted = new HashMap<MemberId, Noted>();
        var ids = lines.stream().map(each -> each.member().id()).toList();
        new FeeStore(handle).marks(ids, year, mark -> {
            var of = noted.computeIfAbsent(mark.member(), _ -> new Noted(new HashMap<>(), new LinkedHashSet<>()));
            of.days().putIfAbsent(mark.month(), mark);
            of.by().add(mark.by());
        });
        return noted;
    }

    private Line line(FeeLine line, FeeWords words, FeeRegister register, Noted noted, int year) {
        return new Line(
                line.member().id(),
                line.member().name(),
                BranchFeePage.newest(line, year)
                        .map(each -> each.monthly().toString())
                        .orElse(""),
                line.months().stream()
                        .map(each -> cell(line, each, words, noted))
                        .toList(),
                line.due(0).toString(),
                line.paid(0).toString(),
                owing(line).toString(),
                noted.by().stream().filter(each -> !each.isEmpty()).collect(Collectors.joining("、")),
                register.remark(line),
                FeeWords.numbers(line.months().stream()
                        .filter(each -> line.isOurs(each) && each.state() == FeeState.NOT_FIXED)
                        .toList()));
    }

    private String cell(FeeLine line, FeeMonth month, FeeWords words, Noted noted) {
        if (!line.isOurs(month)) {
            return words.sign(FeeState.NOT_A_MEMBER);
        }
        return Optional.of(month.state())
                .filter(FeeState.PAID::equals)
                .flatMap(_ -> Optional.ofNullable(noted.days().get(month.month())))
                .map(mark -> times.date(mark.at()).substring(5))
                .orElseGet(() -> words.sign(month.state()));
    }

    private static FeeAmount owing(FeeLine line) {
        return line.months().stream()
                .filter(each -> line.isOurs(each) && each.state() == FeeState.ARREARS)
                .map(FeeMonth::due)
                .reduce(FeeAmount.NONE, FeeAmount::plus);
    }

    private static Sum sum(List<FeeLine> lines, int month, Predicate<FeeMonth> which) {
        var due = FeeAmount.NONE;
        var paid = FeeAmount.NONE;
        for (var line : lines) {
            for (var each : line.months()) {
                if (line.isOurs(each) && which.test(each)) {
                    due = due.plus(each.due());
                    paid = each.state() == FeeState.PAID ? paid.plus(each.due()) : paid;
                }
            }
        }
        return new Sum(month, due.toString(), paid.toString());
    }
}
