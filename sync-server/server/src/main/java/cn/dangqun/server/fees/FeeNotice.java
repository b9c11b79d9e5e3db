package cn.dangqun.server.fees;

import cn.dangqun.domain.fee.FeeAmount;
import cn.dangqun.domain.fee.FeeMonth;
import cn.dangqun.domain.fee.FeeState;
import cn.dangqun.domain.period.Period;
import cn.dangqun.domain.period.PeriodKind;
import cn.dangqun.domain.wall.WallText;
import cn.dangqun.server.fees.FeeModel.Notice;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.text.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The notice of one branch about the fees of a half year: totals, nobody's name and nobody's amount. What was
/// passed upward is written in by hand, since nothing records it.
record FeeNotice(FeePage lists, FeeWords words, Times times) {
    private static final int LAST_OF_FIRST = 6;

    /// `number` is 1 or 2.
    record Half(int year, int number) {
        Half before() {
            return number == 1 ? new Half(year - 1, 2) : new Half(year, 1);
        }

        String name() {
            return year + "-" + number;
        }

        Period period() {
            return Period.of(PeriodKind.HALF_YEAR, LocalDate.of(year, number * LAST_OF_FIRST, 1));
        }
    }

    /// Without one that is understood, the half year that ended last.
    static Half half(String asked, LocalDate today) {
        var current = new Half(today.getYear(), today.getMonthValue() <= LAST_OF_FIRST ? 1 : 2);
        return Optional.of(asked)
                .filter(text -> text.matches("2[01]\\d{2}-[12]"))
                .map(text -> new Half(Integer.parseInt(text.substring(0, 4)), text.charAt(5) - '0'))
                .orElseGet(current::before);
    }

    Notice write(Handle handle, OrganizationReader.Row branch, Half half, boolean mayHang) {
        var lines = lines(handle, branch, half);
        var path = FeeRoutes.branch(branch.id());
        var current = half(new Half(times.today().getYear(), 2).name(), times.today());
        return new Notice(
                branch.name(),
                words.texts().get("fees.notice.heading", branch.name(), half.year(), name(half)),
                Stream.concat(
                                sentences(lines, half).stream(),
                                Stream.of(
                                        words.texts().get("fees.notice.upward"),
                                        words.texts().get("fees.notice.contact")))
                        .toList(),
                path + "?year=" + half.year(),
                words.texts().get("fees.notice.period", half.year(), name(half)),
                half.name(),
                path + "/notice",
                mayHang,
                Stream.iterate(current, Half::before)
                        .limit(4)
                        .map(each -> new FeeModel.Link(
                                words.texts().get("fees.notice.period", each.year(), name(each)),
                                path + "/notice?half=" + each.name(),
                                each.equals(half)))
                        .toList());
    }

    /// The same for the wall: without the line that is filled in by hand.
    WallText onTheWall(Handle handle, OrganizationReader.Row branch, Half half) {
        return new WallText(
                words.texts().get("fees.notice.wall", half.year(), name(half)),
                String.join("\n", sentences(lines(handle, branch, half), half)) + "\n"
                        + words.texts().get("fees.notice.contact"));
    }

    private List<FeeLine> lines(Handle handle, OrganizationReader.Row branch, Half half) {
        return lists.lines(handle, Map.of(branch.id(), branch), half.year()).getOrDefault(branch, List.of());
    }

    private String name(Half half) {
        return words.texts().get(half.number() == 1 ? "fees.notice.first" : "fees.notice.second");
    }

    private List<String> sentences(List<FeeLine> lines, Half half) {
        var texts = words.texts();
        var sentences = new ArrayList<String>();
        int last = half.number() * LAST_OF_FIRST;
        sentences.add(texts.get("fees.notice.intro", half.year(), last - LAST_OF_FIRST + 1, last));
        sentences.add(texts.get(
                "fees.notice.sums",
                people(lines, half, each -> !each.due().isNone()),
                sum(lines.stream().map(each -> each.due(half.number()))),
                sum(lines.stream().map(each -> each.paid(half.number())))));
        long exempt = people(lines, half, each -> each.state() == FeeState.EXEMPT);
        if (exempt > 0) {
            sentences.add(texts.get("fees.notice.exempt", exempt));
        }
        long late = people(lines, half, each -> each.state() == FeeState.ARREARS);
        if (late > 0) {
            sentences.add(texts.get("fees.notice.late", late));
        }
        long unfixed = people(lines, half, each -> each.state() == FeeState.NOT_FIXED);
        if (unfixed > 0) {
            sentences.add(texts.get("fees.notice.unfixed", unfixed));
        }
        return sentences;
    }

    private static String sum(Stream<FeeAmount> amounts) {
        return amounts.reduce(FeeAmount.NONE, FeeAmount::plus).toString();
    }

    private static long people(List<FeeLine> lines, Half half, Predicate<FeeMonth> which) {
        return lines.stream()
                .filter(line -> line.months().stream()
                        .filter(each -> line.isOurs(each)
                                && (each.month().getMonthValue() <= LAST_OF_FIRST) == (half.number() == 1))
                        .anyMatch(which))
                .count();
    }
}
