package cn.dangqun.server.fees;

import cn.dangqun.domain.fee.FeeAmount;
import cn.dangqun.domain.fee.FeeGroup;
import cn.dangqun.domain.fee.FeePattern;
import cn.dangqun.domain.fee.FeeState;
import cn.dangqun.domain.fee.FeeTerm;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.fees.FeeModel.Amount;
import cn.dangqun.server.fees.FeeModel.Amounts;
import cn.dangqun.server.fees.FeeModel.Branch;
import cn.dangqun.server.fees.FeeModel.Person;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Visit;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// Writes one branch's year of fees, and the form in which it fixes them. Names are in full: whoever collects has to
/// know them, and every look is recorded.
record BranchFeePage(FeePage lists, FeeWords words) {
    private static final int MONTHS = 12;

    static Optional<OrganizationReader.Row> find(Handle handle, OrganizationId id) {
        return new OrganizationReader(handle, Scope.wholeStreet())
                .all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// As names are read.
    List<FeeLine> lines(Handle handle, OrganizationReader.Row branch, FeeAsking asking) {
        return lists.lines(handle, Map.of(branch.id(), branch), asking.year()).getOrDefault(branch, List.of()).stream()
                .sorted(Comparator.comparing((FeeLine each) ->
                                lists.pinyin().syllables(each.member().name().full()))
                        .thenComparing(each -> each.member().id().value()))
                .toList();
    }

    Branch write(Handle handle, OrganizationReader.Row branch, FeeAsking asking, boolean mayKeep, String problem) {
        var all = lines(handle, branch, asking);
        var found =
                all.stream().filter(each -> lists.isCalled(each.member().name().full(), asking.search()));
        var ordered = (asking.lateFirst()
                        ? found.sorted(Comparator.comparingLong((FeeLine each) -> each.count(0, FeeState.ARREARS))
                                .reversed())
                        : found)
                .toList();
        var path = FeeRoutes.branch(branch.id());
        var asked = asking.question().within(ordered.size(), FeePage.PER_PAGE);
        return new Branch(
                branch.id().value(),
                branch.name(),
                asking.year(),
                asking.years(path),
                asking.search(),
                asking.question().filter("order"),
                ordered.size(),
                ordered.stream()
                        .skip((asked.page() - 1L) * FeePage.PER_PAGE)
                        .limit(FeePage.PER_PAGE)
                        .map(each -> person(each, asking))
                        .toList(),
                lists.total(FeeSums.of(all)),
                months(asking),
                mayKeep,
                problem,
                new FeeModel.Addresses(
                        asking.at(path + "/amounts"),
                        asking.at(path + "/register"),
                        asking.at(path + "/workbook"),
                        path + "/notice?half=" + asking.year() + "-1",
                        path + "/notice?half=" + asking.year() + "-2"),
                asked.pages(words.texts(), path, ordered.size(), FeePage.PER_PAGE));
    }

    /// The month of today is chosen, or December of a year that is over.
    private List<Choice> months(FeeAsking asking) {
        var current = YearMonth.from(asking.today());
        int chosen = current.getYear() == asking.year() ? current.getMonthValue() : MONTHS;
        return IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month -> new Choice(
                        YearMonth.of(asking.year(), month).toString(),
                        words.month(YearMonth.of(asking.year(), month)),
                        month == chosen))
                .toList();
    }

    private Person person(FeeLine line, FeeAsking asking) {
        return new Person(
                line.member().id().value(),
                line.member().name().full(),
                asking.at(FeeRoutes.member(line.member().id())),
                newest(line, asking.year())
                        .map(each -> each.monthly().toString())
                        .orElse("—"),
                line.months().stream()
                        .map(each -> words.cell(line.isOurs(each) ? each.state() : FeeState.NOT_A_MEMBER))
                        .toList(),
                line.due(0).toString(),
                line.paid(0).toString(),
                (int) line.count(0, FeeState.ARREARS));
    }

    /// What was fixed last for the year.
    static Optional<FeeTerm> newest(FeeLine line, int year) {
        return line.account().term(YearMonth.of(year, MONTHS));
    }

    Amounts amounts(
            Handle handle, OrganizationReader.Row branch, FeeAsking asking, Visit visit, List<String> problems) {
        var all = lines(handle, branch, asking);
        var asked = asking.question().within(all.size(), FeePage.PER_PAGE);
        var path = FeeRoutes.branch(branch.id()) + "/amounts";
        boolean typed = !problems.isEmpty();
        return new Amounts(
                branch.id().value(),
                branch.name(),
                asking.at(FeeRoutes.branch(branch.id())),
                asking.year(),
                typed ? visit.form("from") : from(asking).toString(),
                typed ? visit.form("reason") : "",
                words.scale().title(),
                all.stream()
                        .skip((asked.page() - 1L) * FeePage.PER_PAGE)
                        .limit(FeePage.PER_PAGE)
                        .map(each -> amount(each, asking.year(), visit, typed))
                        .toList(),
                problems,
                asked.pages(words.texts(), path, all.size(), FeePage.PER_PAGE));
    }

    /// Amounts are fixed at the start of the year; who begins amid it may choose another month.
    private static YearMonth from(FeeAsking asking) {
        return YearMonth.of(asking.year(), 1);
    }

    private Amount amount(FeeLine line, int year, Visit visit, boolean typed) {
        var id = line.member().id().value();
        var term = newest(line, year);
        return new Amount(
                id,
                line.member().name().full(),
                term.map(words::term).orElse(""),
                Choice.of(
                        FeeGroup.values(),
                        words::group,
                        typed
                                ? visit.form("group." + id)
                                : term.map(each -> each.group().name()).orElse("")),
                typed
                        ? visit.form("base." + id)
                        : term.flatMap(FeeTerm::base).map(FeeAmount::toString).orElse(""),
                typed ? visit.form("monthly." + id) : "",
                Choice.of(
                        FeePattern.values(),
                        words::pattern,
                        typed
                                ? visit.form("pattern." + id)
                                : term.map(each -> each.pattern().name()).orElse(FeePattern.MONTHLY.name())));
    }
}
